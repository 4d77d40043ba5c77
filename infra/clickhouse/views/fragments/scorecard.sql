-- Every metric of the groups in a period, under its id; the formulas stand in metrics.sql. Reads
-- group_fact and shown.
SELECT
    group_rep, group_team, programme_id, basis, cohort,
    latest_label.3 AS latest_team, latest_label.4 AS latest_role, latest_label.5 AS latest_region,
    deal_type, period_kind, period, period_start, period_end,
    ${metrics}
FROM (SELECT *, deal_type = 'all' AS together FROM (${group_period})) AS parts
CROSS JOIN shown
