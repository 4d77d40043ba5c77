-- Reads exposures.
SELECT groupArray((programme, audience_roles, audience_regions, cohorts)) AS programmes
FROM
(
    SELECT
        toString(programme_id) AS programme, audience_roles, audience_regions,
        groupUniqArray((programme, toString(basis), toString(cohort))) AS cohorts
    FROM exposures
    INNER JOIN newest_programme USING (programme_id)
    GROUP BY programme, audience_roles, audience_regions
)
