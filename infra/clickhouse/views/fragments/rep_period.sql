-- The numbers of each rep of a group in a period: columns of group_rep_period.
SELECT
    group.1 AS group_rep, group.2 AS group_team,
    group.3 AS programme_id, group.4 AS basis, group.5 AS cohort,
    deal_type, period_kind, period, period_start, period_end, rep_id,
    rep_id NOT IN ('', 'unassigned') AS is_rep,
    max(latest_label) AS latest,
    sum(mature_deals) AS mature_deals,
    sum(mature_deals_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    sum(all_credited) AS rep_credited,
    sum(all_quota) AS rep_quota,
    sum(all_won_amount) AS rep_won_amount,
    sum(all_content_uses) AS rep_content_uses,
    if(is_rep AND rep_quota > 0, rate(rep_credited, rep_quota), NULL) AS attainment,
    ${parts_of_group}
FROM (${set_period}) AS sets
ARRAY JOIN groups AS group
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end, rep_id
