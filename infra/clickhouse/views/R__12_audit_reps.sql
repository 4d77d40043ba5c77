-- The audit of what is told of reps: training, content and quotas. (${functions})

-- Trainings that happened at a known time, in their order.
CREATE OR REPLACE VIEW audit_training AS
SELECT
    rep_id, programme_id, course_id, kind, attempt, success, score, wave, deal_id, source, event_id,
    at, day, time_quality AS quality,
    row_number() OVER
        (PARTITION BY rep_id ORDER BY at, recorded_at, kind_rank(kind), source, event_id) AS place
FROM audit_standing_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'training')
WHERE is_known;

-- A rep is exposed to a programme by the first enrolment (assigned), and by the first completion or
-- passed certification (completed) that was not without success.
CREATE OR REPLACE VIEW audit_exposure AS
SELECT rep_id, programme_id, basis, at, day, quality, wave, source, event_id
FROM
(
    SELECT *, if(kind = 'ENROLLED', 'assigned', 'completed') AS basis
    FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
    WHERE kind = 'ENROLLED'
        OR kind IN ('COMPLETED', 'PASSED') AND ifNull(success, 1)
    ORDER BY place
    LIMIT 1 BY rep_id, programme_id, basis
);

CREATE OR REPLACE VIEW audited_exposure AS
SELECT
    rep_id, programme_id, basis, formatDateTime(month_of(day), '%Y-%m') AS cohort,
    at AS exposed_at, wave, source, event_id
FROM audit_exposure(known_at = {known_at:DateTime64(6, 'UTC')});

-- Both exposures of a rep to a programme.
CREATE OR REPLACE VIEW audit_way_through_programme AS
SELECT
    rep_id, programme_id,
    countIf(basis = 'assigned') > 0 AS is_assigned,
    countIf(basis = 'completed') > 0 AS is_completed,
    anyIf((0, at, day, quality), basis = 'assigned') AS assigned,
    anyIf((0, at, day, quality), basis = 'completed') AS completed,
    dateDiff('day', assigned.3, completed.3) AS days,
    micros_between(assigned.2, assigned.3, assigned.4, completed.2, completed.3, completed.4)
        AS micros
FROM audit_exposure(known_at = {known_at:DateTime64(6, 'UTC')})
GROUP BY rep_id, programme_id;

-- What trainings add to the parts of reps, under their programme.
CREATE OR REPLACE VIEW audit_training_posting AS
SELECT
    rep_id, start_of(at, day, quality) AS moment, month_of(day) AS month,
    '' AS deal_type, programme_id,
    posting.1 AS part, toInt32(posting.2) AS bucket, toInt64(posting.3) AS amount, 'training' AS subject
FROM
(
    -- What counts each time.
    SELECT
        rep_id, programme_id, at, day, quality,
        kind IN ('PASSED', 'FAILED') AS is_examined,
        ifNull(success, kind = 'PASSED') AS is_passed,
        toInt64(round(ifNull(score, 0) * 1000000)) AS millionths,
        [
            ('passed', 0, is_examined AND is_passed),
            ('failed', 0, is_examined AND NOT is_passed),
            ('scores', 0, is_examined AND isNotNull(score)),
            ('score_millionths', 0, if(is_examined, millionths, 0)),
            ('surveys', 0, kind = 'SURVEYED' AND isNotNull(score)),
            ('survey_millionths', 0, if(kind = 'SURVEYED', millionths, 0)),
            ('assignments_submitted', 0, kind = 'ASSIGNMENT_SUBMITTED'),
            ('assignments_approved', 0, kind = 'ASSIGNMENT_APPROVED'),
            ('coached', 0, kind = 'COACHED')
        ] AS postings
    FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    -- What counts once a programme.
    SELECT
        rep_id, programme_id, at, day, quality, 0, 0, 0,
        [(if(kind = 'STARTED', 'started', 'waived'), 0, 1)]
    FROM
    (
        SELECT *
        FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
        WHERE kind IN ('STARTED', 'WAIVED')
        ORDER BY place
        LIMIT 1 BY rep_id, programme_id, kind
    )
    UNION ALL
    -- A request once a course; it is fulfilled by an enrolment since then in the same course, or
    -- where either names none.
    SELECT
        rep_id, programme_id, at, day, quality, 0, 0, 0,
        [
            ('requested', 0, 1),
            ('requests_fulfilled', 0, arrayExists(
                enrolment -> enrolment.2 >= at
                    AND (enrolment.1 = course_id OR enrolment.1 = '' OR course_id = ''),
                enrolments))
        ]
    FROM
    (
        SELECT *
        FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
        WHERE kind = 'REQUESTED'
        ORDER BY place
        LIMIT 1 BY rep_id, programme_id, course_id
    ) AS request
    LEFT JOIN
    (
        SELECT rep_id, programme_id, groupArray((course_id, at)) AS enrolments
        FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
        WHERE kind = 'ENROLLED'
        GROUP BY rep_id, programme_id
    ) AS enrolled USING (rep_id, programme_id)
    UNION ALL
    SELECT
        rep_id, programme_id, assigned.2, assigned.3, assigned.4, 0, 0, 0,
        [('enrolled', 0, 1), ('enrolled_completed', 0, is_completed)]
    FROM audit_way_through_programme(known_at = {known_at:DateTime64(6, 'UTC')})
    WHERE is_assigned
    UNION ALL
    SELECT
        rep_id, programme_id, completed.2, completed.3, completed.4, 0, 0, 0,
        [
            ('completed', 0, 1),
            ('completion_times', 0, is_assigned AND micros >= 0),
            ('completion_micros', 0, if(is_assigned AND micros >= 0, micros, 0)),
            ('completion_days', greatest(0, days), is_assigned AND micros >= 0)
        ]
    FROM audit_way_through_programme(known_at = {known_at:DateTime64(6, 'UTC')})
    WHERE is_completed
)
ARRAY JOIN postings AS posting
WHERE posting.3 != 0;

-- What uses of content by reps add to their parts.
CREATE OR REPLACE VIEW audit_content_posting AS
SELECT
    rep_id, start_of(at, day, time_quality) AS moment, month_of(day) AS month,
    '' AS deal_type, '' AS programme_id, part, toInt32(0) AS bucket, toInt64(1) AS amount,
    'content' AS subject
FROM audit_standing_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'content')
ARRAY JOIN if(deal_id = '', ['content_uses'], ['content_uses', 'content_uses_on_deals']) AS part
WHERE is_known AND rep_id != '';

-- The quota that counts for each period of a rep: the last to take effect. Its money is valued on
-- the first day of the period.
CREATE OR REPLACE VIEW audit_quota AS
SELECT
    quotas.*,
    ifNull(reporting_value(amount_minor, currency, known_rate), 0) AS minor,
    arrayMap(month -> ifNull(reporting_value(toNullable(month), currency, known_rate), 0),
        schedule_minor) AS schedule
FROM
(
    SELECT quotas.*, if(first_month > rate.last_day, 0, rate.rate) AS known_rate
    FROM
    (
        SELECT
            rep_id, period, amount_minor, currency, schedule_minor,
            multiIf(position(period, '-') = 0, 12, position(period, 'Q') > 0, 3, 1) AS months,
            toInt32(substring(period, 1, 4)) AS year,
            toDate32(multiIf(
                months = 12, makeDate32(year, fiscal_year_start(), 1),
                months = 3, addMonths(makeDate32(year, fiscal_year_start(), 1),
                    3 * (toInt32(substring(period, 7)) - 1)),
                makeDate32(year, toInt32(substring(period, 6)), 1))) AS first_month
        FROM audit_standing_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'quota')
        ORDER BY
            ifNull(effective_at, at) DESC, at DESC, recorded_at DESC, source DESC, event_id DESC
        LIMIT 1 BY rep_id, period
    ) AS quotas
    ASOF LEFT JOIN audit_rate AS rate
        ON rate.currency = quotas.currency AND rate.day <= quotas.first_month
) AS quotas;

-- The quota of each month: of the shortest period that covers it, by its schedule, else spread by
-- the days at work. A quota of nothing hides that of a longer period and is none. It is filed under
-- what the rep was when the month, or what is known of the rep in it, began.
CREATE OR REPLACE VIEW audit_quota_posting AS
SELECT
    rep_id,
    greatest(
        start_of(toDateTime64(0, 6, 'UTC'), quota_month, 'DAY'),
        arrayFirst(
            span -> span.2 < addMonths(quota_month, 1) AND span.3 > quota_month, spans).1) AS moment,
    month_of(quota_month) AS month,
    '' AS deal_type, '' AS programme_id, part, toInt32(0) AS bucket,
    toInt64(if(part = 'quota', quota_minor, 1)) AS amount, 'quota' AS subject
FROM
(
    SELECT rep_id, spans, place.1 AS quota_month, place.2 AS quota_minor
    FROM
    (
        SELECT
            quotas.rep_id AS rep_id, months, employment.spans AS spans,
            arrayMap(number -> addMonths(first_month, number), range(months)) AS first_days,
            arrayMap(first_day ->
                if(empty(spans), toInt64(dateDiff('day', first_day, addMonths(first_day, 1))),
                    arraySum(span -> if(span.4, greatest(0, dateDiff('day',
                        greatest(span.2, first_day), least(span.3, addMonths(first_day, 1)))), 0),
                        spans)),
                first_days) AS days,
            multiIf(
                notEmpty(schedule), schedule,
                arraySum(days) = 0, arrayMap(day -> 0, days),
                shares_of(minor, days)) AS minors
        FROM audit_quota(known_at = {known_at:DateTime64(6, 'UTC')}) AS quotas
        LEFT JOIN audit_rep_employment(known_at = {known_at:DateTime64(6, 'UTC')}) AS employment
            ON employment.rep_id = quotas.rep_id
    )
    ARRAY JOIN arrayZip(first_days, minors) AS place
    ORDER BY months
    LIMIT 1 BY rep_id, quota_month
)
ARRAY JOIN ['quota', 'quota_holders'] AS part
WHERE quota_minor != 0;
