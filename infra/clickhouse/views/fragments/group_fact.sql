-- All that counts for the groups of one grain: rep, team, company, cohort, cohort_team, control,
-- control_team, or programme; of each fact the groups (rep, team, programme, basis, cohort) in which
-- it counts. A cohort and its counterpart have the parts of its own programme and those of none.
-- Reads rep_fact, rep_membership and all_cohorts, grain and rep_parts_count.
SELECT
    if(grain = 'programme',
        if(of_programme = '', [], [('', '', toString(of_programme), '', '')]),
        arrayFilter(
            candidate -> candidate.3 = '' OR of_programme IN ('', candidate.3),
            groups_of(grain, rep_id, team, role, region, month,
                exposures, reaches, programmes))) AS groups,
    rep_parts_count AS counts,
    * EXCEPT (exposures, reaches, programmes, of_programme)
FROM rep_fact AS facts
LEFT JOIN rep_membership AS membership USING (rep_id)
CROSS JOIN all_cohorts AS everyone
