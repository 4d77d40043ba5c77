SELECT
    group_rep AS side,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard})
