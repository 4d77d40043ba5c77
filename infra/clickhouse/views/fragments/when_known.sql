-- The facts that follow from the events recorded by a moment; controls are none of them.
rep_fact AS
(
    WITH months AS (SELECT * FROM audited_rep_month(known_at = {known_at:DateTime64(6, 'UTC')}))
    ${parts_as_facts}
),
rep_membership AS
(
    SELECT *, CAST([], 'Array(Tuple(String, Date))') AS reaches
    FROM known_membership(known_at = {known_at:DateTime64(6, 'UTC')})
),
all_cohorts AS
(
    SELECT CAST(
        [], 'Array(Tuple(String, Array(String), Array(String), Array(Tuple(String, String, String))))')
        AS programmes
),
shown AS
(
    SELECT max(occurred_at) AS moment, false AS with_idle
    FROM current_event_log
    WHERE refused = '' AND recorded_at <= {known_at:DateTime64(6, 'UTC')}
)
