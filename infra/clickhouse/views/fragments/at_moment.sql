-- The facts as of a moment.
rep_fact AS (SELECT * FROM rep_fact_at(as_of = {as_of:DateTime64(6, 'UTC')})),
rep_membership AS (SELECT * FROM rep_membership_at(as_of = {as_of:DateTime64(6, 'UTC')})),
all_cohorts AS (SELECT * FROM all_cohorts_at(as_of = {as_of:DateTime64(6, 'UTC')})),
shown AS
(
    SELECT max(occurred_until) AS moment, false AS with_idle
    FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')})
),
rep_entries AS
(
    SELECT * EXCEPT (generation)
    FROM rep_ledger
    WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
),
member_entries AS
(
    SELECT * EXCEPT (generation)
    FROM membership_ledger
    WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
),
cohort_exposures AS (SELECT * FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')}))
