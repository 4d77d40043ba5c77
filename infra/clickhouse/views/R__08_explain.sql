-- What a number consists of: the numbers in its formula, the ledger entries that add up to each of
-- them, the events that caused the entries; and of numbers that are counted from facts, the rows.
-- (${functions})
--
-- A question names a metric, a period (2026-03, 2026-Q1, 2026 or all), a deal type or all, and a
-- group as scorecard_at has it: its grain, then the rep, the team, or the programme, basis and
-- cohort; what does not name the group is empty.

-- The formulas of the scorecards, as they are calculated.
CREATE OR REPLACE VIEW metric_expression AS
SELECT * FROM values('id String, expression String', ${metric_expressions});

-- Every number that a formula can have: a part of the ledger, or what is taken rep by rep or from
-- facts. Maturing: it looks forward by definition, so that its past changes without any correction.
-- What is taken rep by rep is made of parts of the ledger.
CREATE OR REPLACE VIEW number_definition AS
SELECT *
FROM values(
    'number String, unit String, evidence String, maturing Bool, meaning String, made_of Array(String)',
    ('created', 'count', 'ledger', false, 'deals created', []),
    ('created_amount', 'money', 'ledger', false, 'amounts at the creation', []),
    ('created_won', 'count', 'ledger', true, 'deals created, won by now', []),
    ('won', 'count', 'ledger', false, 'deals won', []),
    ('lost', 'count', 'ledger', false, 'deals lost', []),
    ('dropped', 'count', 'ledger', false, 'deals dropped', []),
    ('won_priced', 'count', 'ledger', false, 'won deals that have an amount', []),
    ('won_amount', 'money', 'ledger', false, 'amounts won', []),
    ('lost_amount', 'money', 'ledger', false, 'amounts lost', []),
    ('won_cycles', 'count', 'ledger', false, 'won deals that have a cycle time', []),
    ('won_cycle_micros', 'micros', 'ledger', false, 'time from creation to the win', []),
    ('lost_cycles', 'count', 'ledger', false, 'lost deals that have a cycle time', []),
    ('lost_cycle_micros', 'micros', 'ledger', false, 'time from creation to the loss', []),
    ('qualified', 'count', 'ledger', false, 'first decisions to work on a deal', []),
    ('qualified_won', 'count', 'ledger', true, 'deals qualified, won by now', []),
    ('reopened', 'count', 'ledger', false, 'deals opened again', []),
    ('credited', 'money', 'ledger', false, 'quota credit', []),
    ('overlay_credit', 'money', 'ledger', false, 'overlay credit', []),
    ('quota', 'money', 'ledger', false, 'quota', []),
    ('quota_holders', 'count', 'ledger', false, 'months of reps with a quota', []),
    ('content_uses', 'count', 'ledger', false, 'uses of content', []),
    ('created_qualified', 'count', 'ledger', true, 'deals created, qualified by now', []),
    ('open_due', 'count', 'ledger', true, 'open deals whose close is expected', []),
    ('open_due_amount', 'money', 'ledger', true, 'amounts of open deals whose close is expected', []),
    ('content_uses_on_deals', 'count', 'ledger', false, 'uses of content that name a deal', []),
    ('requested', 'count', 'ledger', false, 'trainings requested', []),
    ('requests_fulfilled', 'count', 'ledger', true, 'requests followed by an enrolment', []),
    ('enrolled', 'count', 'ledger', false, 'first enrolments', []),
    ('enrolled_completed', 'count', 'ledger', true, 'enrolments, completed by now', []),
    ('started', 'count', 'ledger', false, 'first starts', []),
    ('completed', 'count', 'ledger', false, 'first completions', []),
    ('waived', 'count', 'ledger', false, 'first waivers', []),
    ('completion_times', 'count', 'ledger', false, 'completions whose enrolment is known', []),
    ('completion_micros', 'micros', 'ledger', false, 'time from enrolment to completion', []),
    ('passed', 'count', 'ledger', false, 'certifications passed', []),
    ('failed', 'count', 'ledger', false, 'certifications failed', []),
    ('scores', 'count', 'ledger', false, 'certifications that have a score', []),
    ('score_millionths', 'millionths', 'ledger', false, 'sum of the scores', []),
    ('surveys', 'count', 'ledger', false, 'answers to surveys', []),
    ('survey_millionths', 'millionths', 'ledger', false, 'sum of the answers', []),
    ('assignments_submitted', 'count', 'ledger', false, 'work assignments submitted', []),
    ('assignments_approved', 'count', 'ledger', false, 'work assignments approved', []),
    ('coached', 'count', 'ledger', false, 'coaching sessions', []),
    ('won_cycle_days', 'days', 'ledger', false, 'won deals by days from creation to the win', []),
    ('lost_cycle_days', 'days', 'ledger', false, 'lost deals by days from creation to the loss', []),
    ('completion_days', 'days', 'ledger', false, 'completions by days from the enrolment', []),
    ('active_reps', 'count', 'reps', false, 'reps who were there or have numbers', []),
    ('holders', 'count', 'reps', false, 'reps with a quota', ['quota']),
    ('reps_at_quota', 'count', 'reps', true, 'reps whose credit reaches their quota', ['credited', 'quota']),
    ('reps_using_content', 'count', 'reps', false, 'reps who used content', ['content_uses']),
    ('credited_to_holders', 'money', 'reps', false, 'credit of the reps with a quota', ['credited']),
    ('quota_of_holders', 'money', 'reps', false, 'quota of the reps with a quota', ['quota']),
    ('median_attainment', 'share', 'reps', false, 'median of the reps'' attainment', ['credited', 'quota']),
    ('p90_attainment', 'share', 'reps', false, 'nine tenths quantile of the reps'' attainment', ['credited', 'quota']),
    ('gini_won', 'share', 'reps', false, 'inequality of the reps'' won amounts', ['won_amount']),
    ('mature_deals', 'count', 'mature_deals', true, 'deals created that are 90 days old', []),
    ('mature_deals_won', 'count', 'mature_deals', true, 'of these won within 90 days', []),
    ('first_deals', 'lives', 'starts', true, 'days from hire to the first win', []),
    ('ramps', 'lives', 'starts', true, 'months from hire to the first full quota', []));

CREATE OR REPLACE VIEW metric_word AS
SELECT id, extractAll(expression, '\\w+') AS words FROM metric_expression;

-- What the formula of a metric consists of, through the other metrics that it names; and of a
-- metric that no scorecard calculates, from what its numbers are counted.
CREATE OR REPLACE VIEW metric_number AS
SELECT DISTINCT id, made.1 AS number, made.2 AS evidence
FROM
(
    SELECT
        id,
        arrayConcat([(number, evidence)], arrayMap(part -> (part, 'ledger'), made_of)) AS numbers
    FROM
    (
        SELECT id, arrayJoin(words) AS number FROM metric_word
        UNION ALL
        SELECT outer_metric.id AS id, arrayJoin(inner_metric.words) AS number
        FROM (SELECT id, arrayJoin(words) AS name FROM metric_word) AS outer_metric
        INNER JOIN metric_word AS inner_metric ON inner_metric.id = outer_metric.name
        WHERE outer_metric.name NOT IN (SELECT number FROM number_definition)
    ) AS named
    INNER JOIN number_definition USING (number)
)
ARRAY JOIN numbers AS made
UNION ALL
SELECT id, '' AS number, multiIf(
    topic = 'stages', 'stages',
    topic = 'load', 'open_deals',
    id = 'members', 'members',
    id = 'share_of_stale_uses', 'programme_reps', 'assignments') AS evidence
FROM metric_definition
WHERE id NOT IN (SELECT id FROM metric_expression);

-- The ledger entries of a question, published until a moment.
CREATE OR REPLACE VIEW explained_entry AS
SELECT
    checkpoint, rep_id, team, role, region, deal_type, month, programme_id,
    part, bucket, subject, amount, cause_family, cause_source, cause_id
FROM
(
    SELECT * EXCEPT (generation)
    FROM rep_ledger
    WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND part IN
            (SELECT number FROM metric_number WHERE id = {metric:String} AND evidence = 'ledger')
        AND ({group_rep:String} = '' OR rep_id = {group_rep:String})
        AND {deal_type:String} IN ('all', deal_type)
        AND arrayExists(
            span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
) AS entries
LEFT JOIN rep_membership_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS membership USING (rep_id)
CROSS JOIN all_cohorts_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS everyone
WHERE if({grain:String} = 'programme',
    entries.programme_id = {programme:String},
    ({programme:String} = '' OR entries.programme_id IN ('', {programme:String}))
        AND has(
            groups_of({grain:String}, rep_id, team, role, region, month,
                exposures, reaches, cohorts),
            ({group_rep:String}, {group_team:String},
                {programme:String}, {basis:String}, {cohort:String})));

-- Events by their identity. Where two contents came under one, the greater counts; the place is
-- that of the first copy.
CREATE OR REPLACE VIEW logged_event AS
SELECT
    family,
    multiIf(family = 'deal' OR family = 'content' AND rep_id = '', deal_id,
        family = 'programme', toString(programme_id), rep_id) AS aggregate,
    source, event_id,
    kind, occurred_at, recorded_at, payload, topic, partition, offset
FROM current_event_log
WHERE refused = '';

-- The entries of a question that stand, with the event that caused each: of every subject those
-- since its amount was last zero. all_entries = 1 adds those that have cancelled out.
CREATE OR REPLACE VIEW explained_part AS
SELECT
    part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket,
    net AS subject_amount,
    entry.3 AS amount,
    entry.1 AS checkpoint,
    entry.4.1 AS family, entry.4.2 AS source, entry.4.3 AS event_id,
    entry.5.1 AS kind, entry.5.2 AS occurred_at, entry.5.3 AS recorded_at,
    entry.6.1 AS topic, entry.6.2 AS partition, entry.6.3 AS offset,
    entry.7 AS copies
FROM
(
    SELECT
        part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket,
        sum(entries.amount) AS net,
        arraySort(groupArray((
            checkpoint, ifNull(toUnixTimestamp64Micro(event.3), 0), entries.amount,
            (toString(cause_family), toString(cause_source), cause_id), event, place, copies)))
            AS history,
        arrayLastIndex(total -> total = 0, arrayCumSum(entry -> entry.3, history)) AS settled,
        arraySlice(history, if({all_entries:UInt8} = 1, 0, settled) + 1) AS standing
    FROM
    (
        SELECT *, if(cause_family = 'deal', subject, rep_id) AS cause_aggregate
        FROM explained_entry(as_of = {as_of:DateTime64(6, 'UTC')}, metric = {metric:String},
            grain = {grain:String}, group_rep = {group_rep:String},
            group_team = {group_team:String}, programme = {programme:String},
            basis = {basis:String}, cohort = {cohort:String},
            period = {period:String}, deal_type = {deal_type:String})
    ) AS entries
    LEFT JOIN
    (
        SELECT
            family, aggregate, source, event_id,
            argMax((toString(kind), occurred_at, recorded_at), (recorded_at, payload)) AS event,
            argMin((toString(topic), partition, offset), (partition, offset)) AS place,
            count() AS copies
        FROM logged_event
        WHERE (source, event_id) IN
        (
            SELECT cause_source, cause_id
            FROM explained_entry(as_of = {as_of:DateTime64(6, 'UTC')}, metric = {metric:String},
                grain = {grain:String}, group_rep = {group_rep:String},
                group_team = {group_team:String}, programme = {programme:String},
                basis = {basis:String}, cohort = {cohort:String},
                period = {period:String}, deal_type = {deal_type:String})
        )
        GROUP BY family, aggregate, source, event_id
    ) AS events
        ON events.family = cause_family AND events.aggregate = cause_aggregate
            AND events.source = cause_source AND events.event_id = cause_id
    GROUP BY part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket
)
ARRAY JOIN standing AS entry;

-- The reps of a question, those who did nothing included, with what is taken rep by rep.
CREATE OR REPLACE VIEW explained_rep AS
SELECT
    rep_id, latest.3 AS team, latest.4 AS role,
    rep_quota AS quota, rep_credited AS credited, attainment,
    rep_won_amount AS won_amount, rep_content_uses AS content_uses
FROM group_rep_period_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String})
WHERE is_rep
    AND group_rep = {group_rep:String} AND group_team = {group_team:String}
    AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
    AND period = {period:String} AND deal_type = {deal_type:String};

-- The members of a cohort, and the event that brought each into it.
CREATE OR REPLACE VIEW explained_member AS
SELECT
    members.rep_id AS rep_id, exposed_by.1 AS source, exposed_by.2 AS event_id,
    events.event.1 AS kind, events.event.2 AS occurred_at, events.event.3 AS recorded_at,
    events.place.1 AS topic, events.place.2 AS partition, events.place.3 AS offset,
    copies
FROM
(
    SELECT rep_id, argMax((toString(cause_source), cause_id), (checkpoint, amount)) AS exposed_by
    FROM membership_ledger
    WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
    GROUP BY rep_id
    HAVING sum(amount) > 0
) AS members
LEFT JOIN
(
    SELECT
        aggregate, source, event_id,
        argMax((toString(kind), occurred_at, recorded_at), (recorded_at, payload)) AS event,
        argMin((toString(topic), partition, offset), (partition, offset)) AS place,
        count() AS copies
    FROM logged_event
    WHERE family = 'training'
    GROUP BY aggregate, source, event_id
) AS events
    ON events.aggregate = members.rep_id
        AND events.source = exposed_by.1 AND events.event_id = exposed_by.2;

-- The uses of content that are counted in the months of a question: those of reps, once each, that
-- have a time and were not taken back.
CREATE OR REPLACE VIEW explained_use AS
SELECT
    uses.rep_id AS rep_id, kind, content_id, content_version, deal_id,
    source, event_id, occurred_at, recorded_at, topic, partition, offset
FROM
(
    SELECT
        *, assumeNotNull(event_log.occurred_at) AS used_at,
        toStartOfMonth(toDate(local_day(used_at))) AS month
    FROM current_event_log AS event_log
    WHERE family = 'content' AND refused = '' AND rep_id != '' AND kind != 'VOIDED'
        AND event_log.occurred_at IS NOT NULL AND time_quality != 'UNKNOWN'
        AND (rep_id, source, event_id) NOT IN
        (
            SELECT rep_id, target_source, target_id
            FROM current_event_log
            WHERE family = 'content' AND kind = 'VOIDED' AND refused = ''
        )
    ORDER BY recorded_at DESC, partition, offset
    LIMIT 1 BY rep_id, source, event_id
) AS uses
ASOF LEFT JOIN current_rep AS label
    ON label.rep_id = uses.rep_id AND label.valid_from <= uses.used_at
WHERE (uses.rep_id, month, label.team, label.role, label.region) IN
(
    SELECT rep_id, month, toString(team), toString(role), toString(region)
    FROM explained_entry(as_of = {as_of:DateTime64(6, 'UTC')}, metric = {metric:String},
        grain = {grain:String}, group_rep = {group_rep:String},
        group_team = {group_team:String}, programme = {programme:String},
        basis = {basis:String}, cohort = {cohort:String},
        period = {period:String}, deal_type = {deal_type:String})
    WHERE subject = 'content'
);

-- The rows of facts that a number counts, known now alone; counted: those of them that are hits.
CREATE OR REPLACE VIEW explained_fact AS
SELECT * EXCEPT (exposures, reaches, cohorts)
FROM
(
    SELECT
        'mature_deals' AS evidence, '' AS stage, deal_id AS subject,
        rep_id, toString(team) AS team, toString(role) AS role, toString(region) AS region,
        toString(deal_type) AS deal_type,
        toStartOfMonth(toDate(created_day)) AS month,
        toNullable(created_at) AS at, toString(status) AS status,
        toNullable(toFloat64(days_of(elapsed_micros))) AS days,
        status = 'won' AND ifNull(elapsed_micros <= 90 * 86400000000, false) AS counted,
        toNullable(toInt64(NULL)) AS amount_minor
    FROM mature_deal(days = 90)
    UNION ALL
    SELECT
        'starts', '', rep_id, rep_id, toString(team), toString(role), toString(region), '', month,
        NULL, if({metric:String} = 'ramp_months', 'months until a full quota', 'days until a win'),
        toFloat64(if({metric:String} = 'ramp_months', ramp.1, first_deal.1)),
        if({metric:String} = 'ramp_months', ramp.2, first_deal.2) = 1,
        NULL
    FROM rep_start
    UNION ALL
    SELECT
        'stages', toString(stage), deal_id,
        rep_id, toString(team), toString(role), toString(region), toString(deal_type),
        toStartOfMonth(toDate(local_day(at))), toNullable(at),
        if(entry = 'first', 'entered', 'last entered'),
        if(entry = 'first', NULL, toFloat64(days_of(
            if(startsWith({metric:String}, 'stage_days_cumulative'), cumulative, latest)))),
        entry = 'last' OR advanced = 1,
        NULL
    FROM stage_entry
    WHERE (entry = 'last' AND is_over) = startsWith({metric:String}, 'stage_days')
        AND (entry = 'first') != startsWith({metric:String}, 'stage_days')
) AS facts
LEFT JOIN rep_membership_at(as_of = '2299-01-01 00:00:00') AS membership USING (rep_id)
CROSS JOIN all_cohorts_at(as_of = '2299-01-01 00:00:00') AS everyone
WHERE evidence IN (SELECT evidence FROM metric_number WHERE id = {metric:String})
    AND stage = {stage:String}
    AND {deal_type:String} IN ('all', deal_type)
    AND arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
    AND has(
        groups_of({grain:String}, rep_id, team, role, region, month, exposures, reaches, cohorts),
        ({group_rep:String}, {group_team:String},
            {programme:String}, {basis:String}, {cohort:String}));

-- Open deals today of one rep, or of the reps of a manager or a team.
CREATE OR REPLACE VIEW explained_open_deal AS
SELECT
    deal_id AS subject, rep_id, team, stage, days_in_stage AS days, stage_days_p90 AS usual_days,
    stuck = 1 AS counted, reporting_minor AS amount_minor
FROM open_deal
INNER JOIN rep_load USING (rep_id)
WHERE multiIf(
    {grain:String} = 'manager', rep_load.manager = {group_rep:String},
    {grain:String} = 'team', rep_load.team = {group_team:String},
    rep_id = {group_rep:String});

-- Work assignments of a programme made for a stage, with what became of their deals.
CREATE OR REPLACE VIEW explained_assignment AS
SELECT
    assignments.deal_id AS subject, assignments.rep_id AS rep_id, state,
    deals.status AS status, occurred_at AS at, source, event_id,
    deals.status NOT IN ('', 'deleted', 'merged') AS counted
FROM current_assignment AS assignments
LEFT JOIN current_deal AS deals ON deals.deal_id = assignments.deal_id
WHERE programme_id = {programme:String} AND assignments.stage = {stage:String}
    AND occurred_at IS NOT NULL
    AND arrayExists(span -> span.2 = {period:String}, periods_of(
        toStartOfMonth(toDate(local_day(assumeNotNull(occurred_at)))), fiscal_year_start()));

-- Uses of a programme's content, its audience, and the deals that the audience closed, rep by rep.
CREATE OR REPLACE VIEW explained_programme_rep AS
SELECT
    rep_id, max(in_audience) = 1 AS is_audience,
    sum(uses) AS content_uses, sum(uses_on_deals) AS uses_on_deals,
    sum(judged_uses) AS judged, sum(stale_uses) AS stale, sum(closed) AS closed_deals
FROM programme_rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')})
WHERE programme_id = {programme:String} AND rep_id != ''
    AND arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
GROUP BY rep_id
HAVING is_audience OR content_uses > 0;
