-- Whose numbers belong to which group: reps, teams, the company, cohorts and their counterparts.
-- Every view ending in _at takes the moment up to which publications count; '2299-01-01' is now.
-- What is not in the ledgers (facts, employment) is known now alone. The parts are filled in from parts.properties. (${functions})

-- The months of reps: now as they are stored, for an earlier moment added up from the ledger.
CREATE OR REPLACE VIEW rep_month_at AS
SELECT *
FROM current_rep_month
WHERE is_now({as_of:DateTime64(6, 'UTC')})
UNION ALL
SELECT
    rep_id, team, role, region, deal_type, month, programme_id,
    ${parts_of_ledger}
FROM
(
    SELECT
        rep_id, team, role, region, deal_type, month, programme_id, part, bucket,
        sum(rep_ledger.amount) AS amount
    FROM rep_ledger
    WHERE NOT is_now({as_of:DateTime64(6, 'UTC')})
        AND generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
    GROUP BY rep_id, team, role, region, deal_type, month, programme_id, part, bucket
    HAVING amount != 0
)
GROUP BY rep_id, team, role, region, deal_type, month, programme_id;

CREATE OR REPLACE VIEW exposure_at AS
SELECT rep_id, programme_id, basis, cohort
FROM current_exposure
WHERE is_now({as_of:DateTime64(6, 'UTC')})
UNION ALL
SELECT rep_id, programme_id, basis, cohort
FROM membership_ledger
WHERE NOT is_now({as_of:DateTime64(6, 'UTC')})
    AND generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
    AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
GROUP BY rep_id, programme_id, basis, cohort
HAVING sum(amount) > 0;

-- Every month in which a rep was employed, under the labels of that time. Who was there always, as
-- far as anybody knows, was there since the first month with numbers.
CREATE OR REPLACE VIEW employed_month AS
SELECT
    rep_id, team, role, region, valid_from AS label_since,
    arrayJoin(arrayMap(
        month -> addMonths(first_month, month),
        range(toUInt32(greatest(0, 1 + dateDiff('month', first_month, last_month)))))) AS month
FROM
(
    SELECT
        rep_id, team, role, region, valid_from,
        toStartOfMonth(toDate(greatest(
            local_day(valid_from), (SELECT min(month) FROM current_rep_month)))) AS first_month,
        toStartOfMonth(toDate(least(
            ifNull(local_day(subtractMicroseconds(valid_to, 1)), (SELECT day FROM data_until)),
            (SELECT day FROM data_until)))) AS last_month
    FROM current_rep
    WHERE employment = 'employed'
);

-- The first and the last month in which anything happened: people are employed before, and have
-- quotas after.
CREATE OR REPLACE VIEW busy_month_at AS
SELECT min(month) AS first_month, max(month) AS last_month
FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')})
WHERE (created, won, lost, dropped, qualified, reopened, content_uses) != (0, 0, 0, 0, 0, 0, 0)
    OR programme_id != '';

-- The newest definition of each programme.
CREATE OR REPLACE VIEW newest_programme AS
SELECT *
FROM current_programme
ORDER BY definition DESC, recorded_at DESC, source DESC, event_id DESC
LIMIT 1 BY programme_id;

-- All that counts for a rep in a month, under the labels of that time: the parts; now also the
-- months in which a rep was employed and did nothing, the deals that are old enough for the
-- horizon, and the starts of those who were hired. Columns to be added up.
CREATE OR REPLACE VIEW rep_fact_at AS
SELECT
    rep_id, team, role, region, deal_type, month, programme_id AS of_programme,
    toDateTime64(0, 6, 'UTC') AS label_since,
    0 AS mature_created, 0 AS mature_won,
    CAST([], 'Array(Tuple(Int32, UInt8))') AS first_deals,
    CAST([], 'Array(Tuple(Int32, UInt8))') AS ramps,
    * EXCEPT (rep_id, team, role, region, deal_type, month, programme_id)
FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')})
UNION ALL
SELECT
    rep_id, team, role, region, deal_type, month, '' AS of_programme,
    label_since, mature_created, mature_won, first_deals, ramps,
    ${no_parts}
FROM
(
    SELECT
        rep_id, team, role, region, deal_type, month, toDateTime64(0, 6, 'UTC') AS label_since,
        mature_created, mature_won, [] AS first_deals, [] AS ramps
    FROM mature_month(days = 90)
    UNION ALL
    SELECT rep_id, team, role, region, '', month, label_since, 0, 0, [], []
    FROM employed_month
    UNION ALL
    SELECT
        rep_id, team, role, region, '', month, toDateTime64(0, 6, 'UTC'),
        0, 0, [first_deal], [ramp]
    FROM rep_start
) AS facts
WHERE is_now({as_of:DateTime64(6, 'UTC')});

-- Of each rep: the cohorts, and when each programme first came, by enrolment, training or waiver.
CREATE OR REPLACE VIEW rep_membership_at AS
SELECT
    rep_id,
    groupArrayArray(own) AS exposures,
    groupArray((programme_id, reached_month, assigned_cohort, completed_cohort)) AS reaches
FROM
(
    SELECT
        rep_id, toString(programme_id) AS programme_id,
        min(reached) AS reached_month,
        maxIf(toString(cohort), basis = 'assigned') AS assigned_cohort,
        maxIf(toString(cohort), basis = 'completed') AS completed_cohort,
        groupArrayIf((toString(programme_id), toString(basis), toString(cohort)),
            basis != 'waived') AS own
    FROM
    (
        SELECT rep_id, programme_id, basis, cohort, toDate(cohort || '-01') AS reached
        FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')})
        UNION ALL
        SELECT rep_id, programme_id, 'waived' AS basis, '' AS cohort, month AS reached
        FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')})
        WHERE waived > 0
    )
    GROUP BY rep_id, programme_id
)
GROUP BY rep_id;

-- One row: all cohorts with the audiences of their programmes as they are defined today. A
-- programme that was never defined has no audience, and its cohorts no counterpart.
CREATE OR REPLACE VIEW all_cohorts_at AS
SELECT
    groupUniqArray((toString(programme_id), toString(basis), toString(cohort),
        audience_roles, audience_regions)) AS cohorts
FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')})
INNER JOIN newest_programme USING (programme_id);

-- All that counts for the groups of one grain: rep, team, company, cohort, cohort_team, control,
-- control_team, or programme. The sums of cohorts now are those of the job (they have no rep). A
-- cohort and its counterpart have the parts of its own programme and those of none.
CREATE OR REPLACE VIEW group_fact_at AS
SELECT
    group.1 AS group_rep, group.2 AS group_team,
    group.3 AS programme_id, group.4 AS basis, group.5 AS cohort,
    NOT ({grain:String} = 'cohort' AND is_now({as_of:DateTime64(6, 'UTC')})) AS counts,
    * EXCEPT (groups, group)
FROM
(
    SELECT
        if({grain:String} = 'programme',
            if(of_programme = '', [], [('', '', toString(of_programme), '', '')]),
            arrayFilter(
                candidate -> candidate.3 = '' OR of_programme IN ('', candidate.3),
                groups_of({grain:String}, rep_id, team, role, region, month,
                    exposures, reaches, cohorts))) AS groups,
        * EXCEPT (exposures, reaches, cohorts, of_programme)
    FROM rep_fact_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS facts
    LEFT JOIN rep_membership_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS membership USING (rep_id)
    CROSS JOIN all_cohorts_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS everyone
)
ARRAY JOIN groups AS group
UNION ALL
SELECT
    '' AS group_rep, '' AS group_team, programme_id, basis, cohort, true AS counts,
    '' AS rep_id, '' AS team, '' AS role, '' AS region, deal_type, month,
    toDateTime64(0, 6, 'UTC') AS label_since, 0 AS mature_created, 0 AS mature_won, [] AS first_deals, [] AS ramps,
    * EXCEPT (programme_id, basis, cohort, deal_type, month)
FROM current_cohort_metric
WHERE {grain:String} = 'cohort' AND is_now({as_of:DateTime64(6, 'UTC')});

-- The numbers of each rep of a group in a period; a quarter is the sum of its months.
CREATE OR REPLACE VIEW group_rep_period_at AS
SELECT
    ${numbers_of_rep}
FROM group_fact_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String}) AS facts
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end, rep_id;

-- The numbers of each group in a period.
CREATE OR REPLACE VIEW group_period_at AS
SELECT
    ${numbers_of_group}
FROM group_rep_period_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String})
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end;
