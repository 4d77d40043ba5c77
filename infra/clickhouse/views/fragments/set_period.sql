-- The numbers of each rep in a period, from the facts that count for the same groups: they are added
-- up before the groups are told apart, of which a control may have hundreds. Microseconds of a
-- million deals do not fit into 64 bits.
SELECT
    groups,
    arrayJoin(if(facts.deal_type = '', ['all'], [toString(facts.deal_type), 'all'])) AS deal_type,
    span.1 AS period_kind, span.2 AS period, span.3 AS period_start, span.4 AS period_end,
    rep_id,
    max((month, label_since, team, role, region)) AS latest_label,
    sum(mature_created) AS mature_deals,
    sum(mature_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    sum(facts.credited) AS all_credited,
    sum(facts.quota) AS all_quota,
    sum(facts.won_amount) AS all_won_amount,
    sum(facts.content_uses) AS all_content_uses,
    ${parts_of_set}
FROM group_fact AS facts
ARRAY JOIN periods_of(facts.month, fiscal_year_start()) AS span
WHERE notEmpty(groups)
GROUP BY groups, deal_type, period_kind, period, period_start, period_end, rep_id
