-- The numbers of each rep of a group in a period, from the facts that count for the group: columns of
-- group_rep_period. Microseconds of a million deals do not fit into 64 bits.
SELECT
    group_rep, group_team, programme_id, basis, cohort,
    arrayJoin(if(facts.deal_type = '', ['all'], [toString(facts.deal_type), 'all'])) AS deal_type,
    span.1 AS period_kind, span.2 AS period, span.3 AS period_start, span.4 AS period_end,
    rep_id,
    rep_id NOT IN ('', 'unassigned') AS is_rep,
    max((month, label_since, team, role, region)) AS latest,
    sum(mature_created) AS mature_deals,
    sum(mature_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    sum(facts.credited) AS rep_credited,
    sum(facts.quota) AS rep_quota,
    sum(facts.won_amount) AS rep_won_amount,
    sum(facts.content_uses) AS rep_content_uses,
    if(is_rep AND rep_quota > 0, rate(rep_credited, rep_quota), NULL) AS attainment,
    ${parts_of_rep}
FROM group_fact AS facts
ARRAY JOIN periods_of(facts.month, fiscal_year_start()) AS span
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end, rep_id
