-- Whose numbers belong to which group: reps, teams, the company, cohorts and their counterparts.
-- Every view ending in _at takes the moment up to which publications count; '2299-01-01' is now.
-- What is not in the ledgers (facts, employment) is known now alone. (${functions})

-- The months of reps: now as they are stored, for an earlier moment added up from the ledger.
CREATE OR REPLACE VIEW rep_month_at AS
SELECT *
FROM current_rep_month
WHERE is_now({as_of:DateTime64(6, 'UTC')})
UNION ALL
SELECT
    rep_id, team, role, region, deal_type, month, programme_id,
    sumIf(amount, part = 'created') AS created,
    sumIf(amount, part = 'created_amount') AS created_amount,
    sumIf(amount, part = 'created_won') AS created_won,
    sumIf(amount, part = 'won') AS won,
    sumIf(amount, part = 'lost') AS lost,
    sumIf(amount, part = 'dropped') AS dropped,
    sumIf(amount, part = 'won_priced') AS won_priced,
    sumIf(amount, part = 'won_amount') AS won_amount,
    sumIf(amount, part = 'lost_amount') AS lost_amount,
    sumIf(amount, part = 'won_cycles') AS won_cycles,
    sumIf(amount, part = 'won_cycle_micros') AS won_cycle_micros,
    sumIf(amount, part = 'lost_cycles') AS lost_cycles,
    sumIf(amount, part = 'lost_cycle_micros') AS lost_cycle_micros,
    sumIf(amount, part = 'qualified') AS qualified,
    sumIf(amount, part = 'qualified_won') AS qualified_won,
    sumIf(amount, part = 'reopened') AS reopened,
    sumIf(amount, part = 'credited') AS credited,
    sumIf(amount, part = 'overlay_credit') AS overlay_credit,
    sumIf(amount, part = 'quota') AS quota,
    sumIf(amount, part = 'quota_holders') AS quota_holders,
    sumIf(amount, part = 'content_uses') AS content_uses,
    sumIf(amount, part = 'created_qualified') AS created_qualified,
    sumIf(amount, part = 'open_due') AS open_due,
    sumIf(amount, part = 'open_due_amount') AS open_due_amount,
    sumIf(amount, part = 'content_uses_on_deals') AS content_uses_on_deals,
    sumIf(amount, part = 'requested') AS requested,
    sumIf(amount, part = 'requests_fulfilled') AS requests_fulfilled,
    sumIf(amount, part = 'enrolled') AS enrolled,
    sumIf(amount, part = 'enrolled_completed') AS enrolled_completed,
    sumIf(amount, part = 'started') AS started,
    sumIf(amount, part = 'completed') AS completed,
    sumIf(amount, part = 'waived') AS waived,
    sumIf(amount, part = 'completion_times') AS completion_times,
    sumIf(amount, part = 'completion_micros') AS completion_micros,
    sumIf(amount, part = 'passed') AS passed,
    sumIf(amount, part = 'failed') AS failed,
    sumIf(amount, part = 'scores') AS scores,
    sumIf(amount, part = 'score_millionths') AS score_millionths,
    sumIf(amount, part = 'surveys') AS surveys,
    sumIf(amount, part = 'survey_millionths') AS survey_millionths,
    sumIf(amount, part = 'assignments_submitted') AS assignments_submitted,
    sumIf(amount, part = 'assignments_approved') AS assignments_approved,
    sumIf(amount, part = 'coached') AS coached,
    sumMapIf(map(bucket, amount), part = 'won_cycle_days') AS won_cycle_days,
    sumMapIf(map(bucket, amount), part = 'lost_cycle_days') AS lost_cycle_days,
    sumMapIf(map(bucket, amount), part = 'completion_days') AS completion_days
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

-- The newest definition of each programme.
CREATE OR REPLACE VIEW newest_programme AS
SELECT *
FROM current_programme
ORDER BY definition DESC, recorded_at DESC, source DESC, event_id DESC
LIMIT 1 BY programme_id;

-- Parts that are all zero.
CREATE OR REPLACE VIEW no_parts AS
SELECT months.* EXCEPT (rep_id, team, role, region, deal_type, month, programme_id, nothing)
FROM (SELECT 1 AS nothing) AS one
LEFT JOIN (SELECT *, 0 AS nothing FROM current_rep_month WHERE 0) AS months USING (nothing);

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
    toDateTime64(0, 6, 'UTC') AS label_since, mature_created, mature_won, [] AS first_deals, [] AS ramps,
    no_parts.*
FROM mature_month(days = 90)
CROSS JOIN no_parts
WHERE is_now({as_of:DateTime64(6, 'UTC')})
UNION ALL
SELECT
    rep_id, team, role, region, '' AS deal_type, month, '' AS of_programme,
    label_since, 0 AS mature_created, 0 AS mature_won, first_deals, ramps,
    no_parts.*
FROM
(
    SELECT rep_id, team, role, region, month, label_since, [] AS first_deals, [] AS ramps
    FROM employed_month
    UNION ALL
    SELECT
        rep_id, team, role, region, month, toDateTime64(0, 6, 'UTC') AS label_since,
        [first_deal] AS first_deals, [ramp] AS ramps
    FROM rep_start
) AS idle
CROSS JOIN no_parts
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
        FROM current_rep_month
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
-- Microseconds of a million deals do not fit into 64 bits.
CREATE OR REPLACE VIEW group_rep_period_at AS
SELECT
    group_rep, group_team, programme_id, basis, cohort,
    arrayJoin(if(facts.deal_type = '', ['all'], [toString(facts.deal_type), 'all'])) AS deal_type,
    (arrayJoin(periods_of(facts.month, fiscal_year_start())) AS span).1 AS period_kind,
    span.2 AS period, span.3 AS period_start, span.4 AS period_end,
    rep_id,
    rep_id NOT IN ('', 'unassigned') AS is_rep,
    max((month, label_since, team, role, region)) AS latest,
    sum(mature_created) AS mature_deals,
    sum(mature_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    sum(facts.credited) AS rep_credited,
    sum(facts.quota) AS rep_quota,
    sum(facts.won_amount) AS rep_won_amount,
    sum(facts.content_uses) AS rep_content_uses,
    if(is_rep AND rep_quota > 0, rate(rep_credited, rep_quota), NULL) AS attainment,
    sumIf(created, counts) AS created,
    sumIf(created_amount, counts) AS created_amount,
    sumIf(created_won, counts) AS created_won,
    sumIf(won, counts) AS won,
    sumIf(lost, counts) AS lost,
    sumIf(dropped, counts) AS dropped,
    sumIf(won_priced, counts) AS won_priced,
    sumIf(won_amount, counts) AS won_amount,
    sumIf(lost_amount, counts) AS lost_amount,
    sumIf(won_cycles, counts) AS won_cycles,
    sumIf(toInt128(won_cycle_micros), counts) AS won_cycle_micros,
    sumIf(lost_cycles, counts) AS lost_cycles,
    sumIf(toInt128(lost_cycle_micros), counts) AS lost_cycle_micros,
    sumIf(qualified, counts) AS qualified,
    sumIf(qualified_won, counts) AS qualified_won,
    sumIf(reopened, counts) AS reopened,
    sumIf(credited, counts) AS credited,
    sumIf(overlay_credit, counts) AS overlay_credit,
    sumIf(quota, counts) AS quota,
    sumIf(quota_holders, counts) AS quota_holders,
    sumIf(content_uses, counts) AS content_uses,
    sumIf(created_qualified, counts) AS created_qualified,
    sumIf(open_due, counts) AS open_due,
    sumIf(open_due_amount, counts) AS open_due_amount,
    sumIf(content_uses_on_deals, counts) AS content_uses_on_deals,
    sumIf(requested, counts) AS requested,
    sumIf(requests_fulfilled, counts) AS requests_fulfilled,
    sumIf(enrolled, counts) AS enrolled,
    sumIf(enrolled_completed, counts) AS enrolled_completed,
    sumIf(started, counts) AS started,
    sumIf(completed, counts) AS completed,
    sumIf(waived, counts) AS waived,
    sumIf(completion_times, counts) AS completion_times,
    sumIf(toInt128(completion_micros), counts) AS completion_micros,
    sumIf(passed, counts) AS passed,
    sumIf(failed, counts) AS failed,
    sumIf(scores, counts) AS scores,
    sumIf(score_millionths, counts) AS score_millionths,
    sumIf(surveys, counts) AS surveys,
    sumIf(survey_millionths, counts) AS survey_millionths,
    sumIf(assignments_submitted, counts) AS assignments_submitted,
    sumIf(assignments_approved, counts) AS assignments_approved,
    sumIf(coached, counts) AS coached,
    sumMapIf(won_cycle_days, counts) AS won_cycle_days,
    sumMapIf(lost_cycle_days, counts) AS lost_cycle_days,
    sumMapIf(completion_days, counts) AS completion_days
FROM group_fact_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String}) AS facts
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end, rep_id;

-- The numbers of each group in a period. What does not add up over months (attainment, reps) is
-- taken rep by rep: who has no quota in the period has no attainment, and that credit stays out of
-- the group's; the owner of deals without one is no rep.
CREATE OR REPLACE VIEW group_period_at AS
SELECT
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end,
    max(latest) AS latest_label,
    countIf(is_rep) AS active_reps,
    countIf(is_rep AND rep_quota > 0) AS reps_with_quota,
    countIf(is_rep AND rep_quota > 0 AND rep_credited >= rep_quota) AS reps_at_quota,
    countIf(is_rep AND rep_content_uses > 0) AS reps_using_content,
    sumIf(rep_credited, is_rep AND rep_quota > 0) AS credited_to_holders,
    sumIf(rep_quota, is_rep AND rep_quota > 0) AS quota_of_holders,
    quantileExactInclusive(0.5)(attainment) AS median_attainment,
    quantileExactInclusive(0.9)(attainment) AS p90_attainment,
    gini(groupArrayIf(rep_won_amount, is_rep)) AS gini_won,
    sum(mature_deals) AS mature_deals,
    sum(mature_deals_won) AS mature_deals_won,
    groupArrayArray(first_deals) AS first_deals,
    groupArrayArray(ramps) AS ramps,
    sum(created) AS created,
    sum(created_amount) AS created_amount,
    sum(created_won) AS created_won,
    sum(won) AS won,
    sum(lost) AS lost,
    sum(dropped) AS dropped,
    sum(won_priced) AS won_priced,
    sum(won_amount) AS won_amount,
    sum(lost_amount) AS lost_amount,
    sum(won_cycles) AS won_cycles,
    sum(won_cycle_micros) AS won_cycle_micros,
    sum(lost_cycles) AS lost_cycles,
    sum(lost_cycle_micros) AS lost_cycle_micros,
    sum(qualified) AS qualified,
    sum(qualified_won) AS qualified_won,
    sum(reopened) AS reopened,
    sum(credited) AS credited,
    sum(overlay_credit) AS overlay_credit,
    sum(quota) AS quota,
    sum(quota_holders) AS quota_holders,
    sum(content_uses) AS content_uses,
    sum(created_qualified) AS created_qualified,
    sum(open_due) AS open_due,
    sum(open_due_amount) AS open_due_amount,
    sum(content_uses_on_deals) AS content_uses_on_deals,
    sum(requested) AS requested,
    sum(requests_fulfilled) AS requests_fulfilled,
    sum(enrolled) AS enrolled,
    sum(enrolled_completed) AS enrolled_completed,
    sum(started) AS started,
    sum(completed) AS completed,
    sum(waived) AS waived,
    sum(completion_times) AS completion_times,
    sum(completion_micros) AS completion_micros,
    sum(passed) AS passed,
    sum(failed) AS failed,
    sum(scores) AS scores,
    sum(score_millionths) AS score_millionths,
    sum(surveys) AS surveys,
    sum(survey_millionths) AS survey_millionths,
    sum(assignments_submitted) AS assignments_submitted,
    sum(assignments_approved) AS assignments_approved,
    sum(coached) AS coached,
    mapFilter((day, number) -> number != 0, sumMap(won_cycle_days)) AS won_cycle_days,
    mapFilter((day, number) -> number != 0, sumMap(lost_cycle_days)) AS lost_cycle_days,
    mapFilter((day, number) -> number != 0, sumMap(completion_days)) AS completion_days
FROM group_rep_period_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String})
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end;
