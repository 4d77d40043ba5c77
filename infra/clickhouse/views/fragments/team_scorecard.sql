SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM (${scorecard})
