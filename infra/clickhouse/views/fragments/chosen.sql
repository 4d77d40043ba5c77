-- The facts of cohorts and of their controls (side), of those reps alone whose team, role and region
-- of the time, and of those groups whose programme and basis, are the named ones; '' names all. Split
-- by time = 1 tells apart what came before the cohort's month (cohort 'before') from the rest
-- ('after'); the cohorts of a programme are then together, and who is the control of several counts
-- once. Cohorts are chosen before they meet the reps: each of them looks at every fact.
group_fact AS
(
    SELECT
        arrayDistinct(arrayMap(
            member -> (
                member.1, '', member.2.3, member.2.4,
                if({by_time:UInt8} = 0, member.2.5,
                    if(month < toDate(member.2.5 || '-01'), 'before', 'after'))),
            arrayFilter(
                member -> of_programme IN ('', member.2.3),
                arrayConcat(
                    arrayMap(own -> ('cohort', own),
                        groups_of('cohort_team', rep_id, team, role, region, month,
                            exposures, reaches, programmes)),
                    arrayMap(other -> ('controls', other),
                        groups_of('control_team', rep_id, team, role, region, month,
                            exposures, reaches, programmes)))))) AS groups,
        true AS counts,
        * EXCEPT (exposures, reaches, programmes, of_programme)
    FROM
    (
        SELECT *
        FROM rep_fact
        WHERE {team:String} IN ('', toString(team))
            AND {role:String} IN ('', toString(role))
            AND {region:String} IN ('', toString(region))
            AND ({programme:String} = '' OR of_programme IN ('', {programme:String}))
    ) AS facts
    LEFT JOIN (${chosen_membership}) AS membership USING (rep_id)
    CROSS JOIN (${chosen_cohorts}) AS everyone
)
