-- Reads the exposures and the months of reps.
SELECT
    rep_id,
    groupArrayArray(own) AS exposures,
    groupArray((programme_id, reached_month)) AS reaches
FROM
(
    SELECT
        rep_id, toString(programme_id) AS programme_id,
        min(reached) AS reached_month,
        groupArrayIf((toString(programme_id), toString(basis), toString(cohort)),
            basis != 'waived') AS own
    FROM
    (
        SELECT rep_id, programme_id, basis, cohort, toDate(cohort || '-01') AS reached
        FROM exposures
        UNION ALL
        SELECT rep_id, programme_id, 'waived' AS basis, '' AS cohort, month AS reached
        FROM months
        WHERE waived > 0
    )
    GROUP BY rep_id, programme_id
)
GROUP BY rep_id
