-- Reps in the quarters, the years and all of it, with what they have open today.
SELECT cards.rep_id AS rep_id, cards.team AS team, cards.role AS role, cards.region AS region,
    period_kind, period, quota_attainment, pace, coverage, pipeline_due_minor, won_amount_minor,
    close_rate_count, deals_won, deals_lost, cycle_days_won_median,
    open_deals, open_amount_minor, stuck_deals
FROM
(
    SELECT *
    FROM rep_scorecard_at(as_of = {as_of:String})
    WHERE {team:String} IN ('', team) AND deal_type = {deals:String} AND period_kind != 'month'
        AND rep_id NOT IN ('', 'unassigned')
) AS cards
LEFT JOIN rep_load ON rep_load.rep_id = cards.rep_id
ORDER BY team, rep_id, period_kind, period
