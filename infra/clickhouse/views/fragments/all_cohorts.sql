-- Reads exposures.
SELECT
    groupUniqArray((toString(programme_id), toString(basis), toString(cohort),
        audience_roles, audience_regions)) AS cohorts
FROM exposures
INNER JOIN newest_programme USING (programme_id)
