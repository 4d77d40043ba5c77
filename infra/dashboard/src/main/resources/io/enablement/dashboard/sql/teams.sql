-- Teams in the quarters, the years and all of it; of one team where one is named.
SELECT team, period_kind, period, reps, quota_attainment, pace, coverage, pipeline_due_minor,
    won_amount_minor, close_rate_count, close_rate_count_low, close_rate_count_high,
    horizon_win_rate, deals_won, deals_lost, share_of_reps_at_quota, median_rep_attainment,
    attainment_spread, cycle_days_won_median
FROM team_scorecard_at(as_of = {as_of:String})
WHERE {team:String} IN ('', team) AND team != '' AND deal_type = {deals:String}
    AND period_kind != 'month'
ORDER BY team, period_kind, period
