SELECT side, programme_id, basis, cohort, stage, stage_rank, period_kind, period,
    stage_entered, stage_conversion, stage_conversion_low, stage_conversion_high,
    stage_days_latest_median, stage_days_cumulative_median
FROM programme_stage(programme = {programme:String}, basis = {basis:String})
WHERE deal_type = {deals:String} AND period = 'all'
ORDER BY programme_id, basis, cohort, period, stage_rank, stage, side
