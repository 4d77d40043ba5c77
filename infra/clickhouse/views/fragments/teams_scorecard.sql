-- Of a cohort or its counterpart, those who were filed under a team.
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard})
