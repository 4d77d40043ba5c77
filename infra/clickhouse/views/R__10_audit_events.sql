-- The audit: the numbers once more, from the archived events alone, by another hand and in another
-- language than the job. Views starting in audit_ are steps; audited_ are results. Each takes
-- known_at: events count that their source had recorded by then, all of them at '2299-01-01'.
-- (${functions})

-- Records that came for what is known only by its totals any more. An earlier copy of the same
-- event may have counted, so it is the place that is refused.
CREATE OR REPLACE VIEW audit_frozen AS
SELECT topic, partition, offset
FROM dead_letter
WHERE reason = 'frozen' AND generation = (SELECT generation FROM active_generation);

-- The events that count, once each: of several contents under one identity the one recorded last
-- counts, and the greater bytes where that is equal. Unknown times come before all others.
CREATE OR REPLACE VIEW audit_event AS
SELECT
    *,
    time_quality != 'UNKNOWN' AS is_known,
    if(time_quality = 'UNKNOWN', toDateTime64(0, 6, 'UTC'), assumeNotNull(occurred_at)) AS at,
    audit_day(at, time_quality) AS day
FROM
(
    SELECT
        -- Plain strings: a comparison of two dictionaries cannot be cast.
        * REPLACE (
            CAST(kind, 'String') AS kind,
            CAST(source, 'String') AS source,
            CAST(time_quality, 'String') AS time_quality,
            CAST(programme_id, 'String') AS programme_id,
            CAST(currency, 'String') AS currency,
            CAST(deal_type, 'String') AS deal_type,
            CAST(qualification, 'String') AS qualification,
            CAST(course_id, 'String') AS course_id,
            CAST(role, 'String') AS role,
            CAST(team, 'String') AS team,
            CAST(region, 'String') AS region,
            CAST(period, 'String') AS period,
            CAST(target_source, 'String') AS target_source),
        if(family = 'deal' OR rep_id = '', deal_id, rep_id) AS aggregate
    FROM current_event_log
    WHERE refused = '' AND family = {family:String}
        AND recorded_at <= {known_at:DateTime64(6, 'UTC')}
        AND (topic, partition, offset) NOT IN audit_frozen
    ORDER BY recorded_at DESC, payload DESC
    LIMIT 1 BY aggregate, source, event_id
);

-- The events that stand: what was voided never happened, wherever its void stands.
CREATE OR REPLACE VIEW audit_standing_event AS
SELECT *
FROM audit_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = {family:String})
WHERE kind != 'VOIDED'
    AND (aggregate, source, event_id) NOT IN
    (
        SELECT aggregate, target_source, target_id
        FROM audit_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = {family:String})
        WHERE kind = 'VOIDED'
    );

-- Everything a rep was, by the moment from which it holds: of several at one moment the last in
-- the order of events. An event of any kind that does not name a label keeps the former. A rep of whom anything but a hire is known first was there always: away where the
-- first is a return.
CREATE OR REPLACE VIEW audit_rep_span AS
SELECT
    rep_id, since, since_day, role, team, region, is_active, first_kind,
    leadInFrame(since_day, 1, toDate32('2299-12-31')) OVER
        (PARTITION BY rep_id ORDER BY since ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
        AS until_day
FROM
(
    SELECT
        rep_id, since, since_day, at, recorded_at, kind, source, event_id,
        ifNull(last_value(nullIf(role, '')) OVER history, '') AS role,
        ifNull(last_value(nullIf(team, '')) OVER history, '') AS team,
        ifNull(last_value(nullIf(region, '')) OVER history, '') AS region,
        ifNull(last_value(activity) OVER history, 1) AS is_active,
        first_value(kind) OVER history AS first_kind
    FROM
    (
        SELECT
            rep_id, at, recorded_at, kind, source, event_id,
            role, team, region,
            multiIf(
                kind IN ('HIRED', 'RETURNED'), 1,
                kind IN ('LEFT', 'ON_LEAVE'), 0,
                NULL) AS activity,
            -- The date from which it holds is as well known as the time of happening.
            ifNull(effective_from, at) AS begin,
            audit_day(begin, time_quality) AS since_day,
            start_of(begin, since_day, time_quality) AS since
        FROM audit_standing_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'rep')
    )
    WINDOW history AS
        (PARTITION BY rep_id
        ORDER BY since, at, recorded_at, kind_rank(kind), source, event_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ORDER BY
        since, at DESC, recorded_at DESC, kind_rank(kind) DESC, source DESC, event_id DESC
    LIMIT 1 BY rep_id, since
);

-- The spans (since, first day, day after the last, whether at work) of each rep in their order.
CREATE OR REPLACE VIEW audit_rep_employment AS
SELECT
    rep_id,
    arrayConcat(
        if(first_kind = 'HIRED', [],
            [(toDateTime64(0, 6, 'UTC'), toDate32('1900-01-01'), spans[1].2, first_kind != 'RETURNED')]),
        spans) AS spans
FROM
(
    SELECT
        rep_id, any(first_kind) AS first_kind,
        arraySort(groupArray((since, since_day, until_day, is_active = 1))) AS spans
    FROM audit_rep_span(known_at = {known_at:DateTime64(6, 'UTC')})
    GROUP BY rep_id
);

-- What one unit of a currency is worth, from which day on, as the file says that the numbers were
-- made with; after the last day of a currency it says nothing any more.
CREATE OR REPLACE VIEW audit_rate AS
SELECT
    fields[1] AS currency, toDate32(fields[2]) AS day, toDecimal128(fields[3], 18) AS rate,
    max(day) OVER (PARTITION BY currency) AS last_day
FROM
(
    SELECT splitByChar(',', line) AS fields
    FROM
    (
        SELECT value
        FROM generation_setting FINAL
        WHERE job = 'cohort-metrics' AND name = 'rates'
            AND generation = (SELECT generation FROM active_generation)
    )
    ARRAY JOIN splitByChar('\n', value) AS line
    WHERE line NOT IN ('', 'currency,date,rate')
);
