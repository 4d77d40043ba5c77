-- Beside the reps of the period, the size of the cohort. Reads cohort_exposures.
SELECT * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard}) AS scorecards
INNER JOIN
(
    SELECT programme_id, basis, cohort, count() AS members
    FROM cohort_exposures
    GROUP BY programme_id, basis, cohort
) AS membership USING (programme_id, basis, cohort)
