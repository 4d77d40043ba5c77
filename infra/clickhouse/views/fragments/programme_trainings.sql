-- Reads the facts of grain 'programme'.
SELECT
    programme_id, period_kind, period, period_start, period_end,
    trainings_requested, request_fulfilment,
    enrolled, started, completed, waived,
    completion_rate, days_to_complete_median, days_to_complete_mean,
    pass_rate, mean_score, survey_mean,
    assignments_submitted, assignments_approved, coaching_sessions
FROM (${scorecard})
WHERE deal_type = 'all'
