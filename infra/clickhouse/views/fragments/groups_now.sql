-- What counts for groups now: the sums of cohorts are those of the job, which have no rep.
grain != 'cohort' AS rep_parts_count,
group_fact AS
(
    ${group_fact}
    UNION ALL
    SELECT
        [('', '', toString(programme_id), toString(basis), toString(cohort))] AS groups,
        true AS counts,
        '' AS rep_id, '' AS team, '' AS role, '' AS region, deal_type, month,
        ${no_facts},
        * EXCEPT (programme_id, basis, cohort, deal_type, month)
    FROM current_cohort_metric
    WHERE grain = 'cohort'
)
