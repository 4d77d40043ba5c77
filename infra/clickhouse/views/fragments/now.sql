-- The facts of now are the views of those names.
shown AS (SELECT max(moment) AS moment, true AS with_idle FROM data_until),
rep_entries AS (SELECT * FROM current_rep_ledger),
member_entries AS (SELECT * FROM current_membership_ledger),
cohort_exposures AS (SELECT * FROM current_exposure)
