SELECT side, programme_id, basis, cohort, stage, stage_rank, period_kind, period,
    stage_entered, stage_conversion, stage_conversion_low, stage_conversion_high,
    stage_days_latest_median, stage_days_cumulative_median
FROM
(
    SELECT 'cohort' AS side, * FROM cohort_stage_scorecard
    UNION ALL
    SELECT 'controls' AS side, * FROM control_stage_scorecard
)
WHERE programme_id = {programme:String} AND basis = {basis:String}
    AND deal_type = {deals:String} AND period = 'all'
ORDER BY programme_id, basis, cohort, period, stage_rank, stage, side
