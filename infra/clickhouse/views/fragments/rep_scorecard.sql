-- The team, role and region shown are the latest of the period; as of an earlier moment, where a rep
-- moved within the last month, one of them.
SELECT
    group_rep AS rep_id,
    latest_team AS team,
    latest_role AS role,
    latest_region AS region,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM (${scorecard})
