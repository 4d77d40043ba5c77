-- Every cohort of a programme beside its counterpart in the quarters, the years and all of it; months
-- = 1 adds the months.
SELECT side, programme_id, basis, cohort, deal_type, period_kind, period, period_start, reps,
    deals_won, deals_lost, close_rate_count, close_rate_count_low, close_rate_count_high,
    created_win_rate, horizon_win_rate, won_amount_minor, avg_deal_amount_minor,
    cycle_days_won_median, cycle_days_won_p90, quota_attainment, share_of_reps_at_quota,
    median_rep_attainment, attainment_spread, gini_won_amount, sales_velocity_minor,
    content_uses_per_rep, share_of_reps_using_content
FROM chosen_scorecard_at(as_of = {as_of:String}, programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String}, by_time = 0)
WHERE {deals:String} IN ('', deal_type) AND ({months:UInt8} = 1 OR period_kind != 'month')
    AND (period_start IS NULL OR (
        period_start <= (SELECT last_month FROM busy_month_at(as_of = {as_of:String}))
        AND period_end > (SELECT first_month FROM busy_month_at(as_of = {as_of:String}))))
ORDER BY programme_id, basis, cohort, period_kind, period_start, side
