-- The numbers of each group in a period, from those of its reps: columns of group_period. What
-- does not add up over months (attainment, reps) is taken rep by rep: who has no quota in the period
-- has no attainment, and that credit stays out of the group's; the owner of deals without one is no
-- rep.
SELECT
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end,
    max(latest) AS latest_label,
    countIf(is_rep) AS active_reps,
    countIf(is_rep AND rep_quota > 0) AS holders,
    countIf(is_rep AND rep_quota > 0 AND rep_credited >= rep_quota) AS reps_at_quota,
    countIf(is_rep AND rep_content_uses > 0) AS reps_using_content,
    sumIf(rep_credited, is_rep AND rep_quota > 0) AS credited_to_holders,
    sumIf(rep_quota, is_rep AND rep_quota > 0) AS quota_of_holders,
    quantileExactInclusive(0.5)(attainment) AS median_attainment,
    quantileExactInclusive(0.9)(attainment) AS p90_attainment,
    gini(groupArrayIf(rep_won_amount, is_rep)) AS gini_won,
    sum(mature_deals) AS mature_deals,
    sum(mature_deals_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    ${parts_of_group}
FROM (${rep_period})
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end
