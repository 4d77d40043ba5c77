-- The parts of the months of reps, without any other fact. Reads months.
SELECT
    rep_id, team, role, region, deal_type, month, programme_id AS of_programme,
    ${no_facts},
    * EXCEPT (rep_id, team, role, region, deal_type, month, programme_id)
FROM months
