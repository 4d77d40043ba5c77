-- The months of stages, each with the groups of one grain for which it counts. Reads grain.
stage_fact AS
(
    SELECT
        *,
        groups_of(grain, rep_id, team, role, region, month, exposures, reaches, programmes) AS groups
    FROM stage_month
    LEFT JOIN rep_membership AS membership USING (rep_id)
    CROSS JOIN all_cohorts AS everyone
)
