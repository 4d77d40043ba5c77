-- Every programme's cohorts together, before and after their start, beside comparable reps.
SELECT side, programme_id, basis, cohort AS time, deal_type, period_kind, period, period_start,
    deals_won, deals_lost, close_rate_count, close_rate_count_low, close_rate_count_high,
    created_win_rate, created_win_rate_low, created_win_rate_high,
    horizon_win_rate, quota_attainment, won_amount_minor, reps
FROM chosen_scorecard_at(as_of = {as_of:String}, programme = '', basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
WHERE {deals:String} IN ('', deal_type) AND period_kind != 'month'
ORDER BY programme_id, basis, side, time, period_kind, period
