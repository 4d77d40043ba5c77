-- Generations beside each other: which there are, how far each has read, and where two of them
-- differ and why. (${functions})

-- One row a generation of results, also of those that were dropped.
CREATE OR REPLACE VIEW generation_list AS
SELECT
    generation,
    multiIf(
        last_state = 'dropped', 'dropped',
        generation = (SELECT generation FROM active_generation), 'active',
        last_state = 'active', 'kept',
        last_state = 'rebuilt', 'rebuilt',
        checkpoint = 0, 'empty',
        'written') AS state,
    activated_at, dropped_at, checkpoint, published_at, occurred_until, records, results,
    ledger_entries, note
FROM
(
    SELECT
        generation,
        argMaxIf(state, at, state != '') AS last_state,
        maxIf(at, state = 'active') AS activated_at,
        maxIf(at, state = 'dropped') AS dropped_at,
        max(checkpoint) AS checkpoint,
        maxIf(at, state = '') AS published_at,
        max(occurred_at) AS occurred_until,
        sum(records) AS records,
        sum(results) AS results,
        sum(ledger_entries) AS ledger_entries,
        ifNull(argMaxIf(note, at, note != ''), '') AS note
    FROM
    (
        SELECT
            generation, toString(state) AS state, toNullable(activated_at) AS at, note,
            toUInt64(0) AS checkpoint, CAST(NULL, 'Nullable(DateTime64(6, \'UTC\'))') AS occurred_at,
            toUInt64(0) AS records, toUInt64(0) AS results, toUInt64(0) AS ledger_entries
        FROM pipeline_generation
        WHERE job = 'cohort-metrics'
        UNION ALL
        SELECT
            generation, '', toNullable(committed_at), '', checkpoint, greatest_occurred_at,
            toUInt64(arraySum(mapValues(records_in))), 0, 0
        FROM pipeline_status FINAL
        WHERE job = 'cohort-metrics'
        UNION ALL
        SELECT generation, '', NULL, '', 0, NULL, 0, count(), 0
        FROM
        (
            SELECT generation FROM rep_month FINAL
            UNION ALL
            SELECT generation FROM exposure FINAL
            UNION ALL
            SELECT generation FROM cohort_metric FINAL
            UNION ALL
            SELECT generation FROM journey FINAL
            UNION ALL
            SELECT generation FROM attribution_credit FINAL
        )
        GROUP BY generation
        UNION ALL
        SELECT generation, '', NULL, '', 0, NULL, 0, 0, count()
        FROM
        (
            SELECT generation FROM rep_ledger
            UNION ALL
            SELECT generation FROM membership_ledger
        )
        GROUP BY generation
        UNION ALL
        SELECT (SELECT generation FROM active_generation), '', NULL, '', 0, NULL, 0, 0, 0
    )
    GROUP BY generation
);

-- How many records of each source each job of a generation has read. A record that was read in one generation
-- and not in another makes their numbers differ until it is.
CREATE OR REPLACE VIEW generation_progress AS
SELECT generation, job, source, sum(read) AS records
FROM
(
    SELECT generation, job, mapKeys(records_in) AS sources, mapValues(records_in) AS reads
    FROM pipeline_status FINAL
    WHERE job IN ('cohort-metrics', 'attribution')
)
ARRAY JOIN sources AS source, reads AS read
GROUP BY generation, job, source;

-- Whether and by how much one generation is behind another: sources of which it has read less.
CREATE OR REPLACE VIEW generation_behind AS
SELECT job, source, missing
FROM
(
    SELECT
        job, source,
        toInt64(sumIf(records, generation = {of:UInt32}))
            - toInt64(sumIf(records, generation = {generation:UInt32})) AS missing
    FROM generation_progress
    GROUP BY job, source
)
WHERE missing > 0;

-- Settings with which two generations were made and which are not the same; rates as the hash of
-- their file.
CREATE OR REPLACE VIEW generation_setting_difference AS
SELECT
    name,
    if(name = 'rates' AND a_value != '', lower(hex(SHA256(a_value))), a_value) AS a_setting,
    if(name = 'rates' AND b_value != '', lower(hex(SHA256(b_value))), b_value) AS b_setting
FROM
(
    SELECT
        name,
        anyIf(value, generation = {a:UInt32}) AS a_value,
        anyIf(value, generation = {b:UInt32}) AS b_value
    FROM generation_setting FINAL
    WHERE job IN ('cohort-metrics', 'attribution')
    GROUP BY name
)
WHERE a_value != b_value;

-- Every result of two generations that is not the same in both, one row a key and part. A result
-- that a generation does not have is empty.
CREATE OR REPLACE VIEW generation_difference AS
SELECT
    'rep_month' AS result, rep_id, team, role, region, programme_id, '' AS basis, '' AS cohort,
    deal_type, month, '' AS deal_id, part, bucket,
    toString(sumIf(amount, generation = {a:UInt32})) AS a_value,
    toString(sumIf(amount, generation = {b:UInt32})) AS b_value
FROM
(
    SELECT
        generation, rep_id, team, role, region, programme_id, deal_type, month,
        entry.1 AS part, entry.2 AS bucket, entry.3 AS amount
    FROM
    (
        SELECT
            generation, rep_id, team, role, region, programme_id, deal_type, month,
            ${parts_as_entries} AS entries
        FROM rep_month FINAL
        WHERE generation IN ({a:UInt32}, {b:UInt32})
    )
    ARRAY JOIN entries AS entry
)
GROUP BY rep_id, team, role, region, programme_id, deal_type, month, part, bucket
HAVING a_value != b_value
UNION ALL
SELECT
    'cohort_metric', '', '', '', '', programme_id, basis, cohort, deal_type, month, '', part, bucket,
    toString(sumIf(amount, generation = {a:UInt32})) AS a_value,
    toString(sumIf(amount, generation = {b:UInt32})) AS b_value
FROM
(
    SELECT
        generation, programme_id, basis, cohort, deal_type, month,
        entry.1 AS part, entry.2 AS bucket, entry.3 AS amount
    FROM
    (
        SELECT
            generation, programme_id, basis, cohort, deal_type, month,
            ${parts_as_entries} AS entries
        FROM cohort_metric FINAL
        WHERE generation IN ({a:UInt32}, {b:UInt32})
    )
    ARRAY JOIN entries AS entry
)
GROUP BY programme_id, basis, cohort, deal_type, month, part, bucket
HAVING a_value != b_value
UNION ALL
SELECT
    'exposure', rep_id, '', '', '', programme_id, basis, '', '', toDate(0), '', 'cohort', 0,
    toString(anyIf(cohort, generation = {a:UInt32})) AS a_value,
    toString(anyIf(cohort, generation = {b:UInt32})) AS b_value
FROM exposure FINAL
WHERE generation IN ({a:UInt32}, {b:UInt32})
GROUP BY rep_id, programme_id, basis
HAVING a_value != b_value
UNION ALL
SELECT
    of_deal, '', '', '', '', '', '', '', '', toDate(0), deal_id, field.1, 0,
    anyIf(field.2, generation = {a:UInt32}) AS a_value,
    anyIf(field.2, generation = {b:UInt32}) AS b_value
FROM
(
    SELECT
        'deal' AS of_deal, generation, deal_id,
        JSONExtractKeysAndValuesRaw(formatRowNoNewline('JSONEachRow',
            * EXCEPT (generation, version, is_deleted, deal_id))) AS fields
    FROM deal FINAL
    WHERE generation IN ({a:UInt32}, {b:UInt32})
    UNION ALL
    SELECT
        'journey', generation, deal_id,
        JSONExtractKeysAndValuesRaw(formatRowNoNewline('JSONEachRow',
            * EXCEPT (generation, version, is_deleted, deal_id)))
    FROM journey FINAL
    WHERE generation IN ({a:UInt32}, {b:UInt32})
)
ARRAY JOIN fields AS field
GROUP BY of_deal, deal_id, field.1
HAVING a_value != b_value
UNION ALL
SELECT
    'attribution_credit', '', '', '', '', '', '', '', '', toDate(0), deal_id,
    concatWithSeparator(' ', model, touch_type, source, id, rep_id) AS touch_of_model, 0,
    toString(sumIf(ifNull(amount_minor, 0), generation = {a:UInt32})) AS a_value,
    toString(sumIf(ifNull(amount_minor, 0), generation = {b:UInt32})) AS b_value
FROM attribution_credit FINAL
WHERE generation IN ({a:UInt32}, {b:UInt32})
GROUP BY deal_id, touch_of_model
HAVING a_value != b_value;

-- What two generations add up for each deal, quota or other subject of a rep's part, and the last
-- event that made each add it; both up to what they have published.
CREATE OR REPLACE VIEW generation_subject AS
SELECT
    rep_id, team, role, region, programme_id, deal_type, month, part, bucket, subject,
    sumIf(amount, generation = {a:UInt32}) AS a_amount,
    sumIf(amount, generation = {b:UInt32}) AS b_amount,
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {a:UInt32}) AS a_cause,
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {b:UInt32}) AS b_cause
FROM rep_ledger
WHERE generation IN ({a:UInt32}, {b:UInt32})
    AND (generation, checkpoint) IN
    (
        SELECT generation, checkpoint FROM pipeline_status
        WHERE job = 'cohort-metrics' AND generation IN ({a:UInt32}, {b:UInt32})
    )
GROUP BY rep_id, team, role, region, programme_id, deal_type, month, part, bucket, subject;

-- The same for the cohorts of a rep.
CREATE OR REPLACE VIEW generation_member AS
SELECT
    rep_id, programme_id, basis, cohort,
    sumIf(amount, generation = {a:UInt32}) AS a_times,
    sumIf(amount, generation = {b:UInt32}) AS b_times,
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {a:UInt32}) AS a_cause,
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {b:UInt32}) AS b_cause
FROM membership_ledger
WHERE generation IN ({a:UInt32}, {b:UInt32})
    AND (generation, checkpoint) IN
    (
        SELECT generation, checkpoint FROM pipeline_status
        WHERE job = 'cohort-metrics' AND generation IN ({a:UInt32}, {b:UInt32})
    )
GROUP BY rep_id, programme_id, basis, cohort;

-- The subjects that make a result differ, with what both generations add for them and the last
-- event that made them. A rep who is a member of a cohort in one generation only stands for all
-- that the rep brings.
CREATE OR REPLACE VIEW generation_cause AS
SELECT
    'rep_month' AS result, rep_id, team, role, region, programme_id, '' AS basis, '' AS cohort,
    deal_type, month, '' AS deal_id, part, bucket,
    subject, toString(a_amount) AS a_value, toString(b_amount) AS b_value, a_cause, b_cause
FROM generation_subject(a = {a:UInt32}, b = {b:UInt32})
WHERE a_amount != b_amount
UNION ALL
SELECT
    'cohort_metric', '', '', '', '', member.programme_id, basis, cohort, deal_type, month, '', part,
    bucket,
    if(a_times = b_times, subject, entry.rep_id) AS whom,
    toString(sum(a_amount * a_times)) AS a_value,
    toString(sum(b_amount * b_times)) AS b_value,
    any(if(a_times = b_times, entry.a_cause, member.a_cause)),
    any(if(a_times = b_times, entry.b_cause, member.b_cause))
FROM generation_subject(a = {a:UInt32}, b = {b:UInt32}) AS entry
INNER JOIN generation_member(a = {a:UInt32}, b = {b:UInt32}) AS member
    ON member.rep_id = entry.rep_id
WHERE entry.programme_id IN ('', member.programme_id)
GROUP BY member.programme_id, basis, cohort, deal_type, month, part, bucket, whom
HAVING a_value != b_value
UNION ALL
SELECT
    'exposure', rep_id, '', '', '', programme_id, basis, '', '', toDate(0), '', 'cohort', 0,
    cohort, toString(a_times), toString(b_times), a_cause, b_cause
FROM generation_member(a = {a:UInt32}, b = {b:UInt32})
WHERE a_times != b_times
UNION ALL
SELECT
    'deal', '', '', '', '', '', '', '', '', toDate(0), subject, '', 0, subject, '', '',
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {a:UInt32}),
    argMaxIf(cause_source || '/' || cause_id, checkpoint, generation = {b:UInt32})
FROM rep_ledger
WHERE generation IN ({a:UInt32}, {b:UInt32})
GROUP BY subject;

-- The differences with their causes: up to ten subjects (name, value and last event in a and b) and
-- the reason.
CREATE OR REPLACE VIEW generation_comparison AS
SELECT
    difference.result AS result, difference.rep_id AS rep_id, difference.team AS team,
    difference.role AS role, difference.region AS region,
    difference.programme_id AS programme_id, difference.basis AS basis,
    difference.cohort AS cohort, difference.deal_type AS deal_type, difference.month AS month,
    difference.deal_id AS deal_id, difference.part AS part, difference.bucket AS bucket,
    difference.a_value AS a_value, difference.b_value AS b_value,
    cause.subjects AS subjects, cause.examples AS examples,
    multiIf(
        has_read_other AND arrayExists(each -> each.4 != each.5, examples), 'other events read',
        has_other_settings, 'other settings',
        has_read_other, 'other events read',
        'other code') AS reason
FROM
(
    SELECT
        *, if(result = 'deal', '', part) AS cause_part,
        (SELECT count() FROM generation_behind(generation = {a:UInt32}, of = {b:UInt32}))
            + (SELECT count() FROM generation_behind(generation = {b:UInt32}, of = {a:UInt32}))
            > 0 AS has_read_other,
        (SELECT count() FROM generation_setting_difference(a = {a:UInt32}, b = {b:UInt32}))
            > 0 AS has_other_settings
    FROM generation_difference(a = {a:UInt32}, b = {b:UInt32})
) AS difference
LEFT JOIN
(
    SELECT
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, deal_id,
        part, bucket,
        count() AS subjects,
        arraySort(groupArray(10)((subject, a_value, b_value, a_cause, b_cause))) AS examples
    FROM generation_cause(a = {a:UInt32}, b = {b:UInt32})
    GROUP BY
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, deal_id,
        part, bucket
) AS cause
    ON cause.result = difference.result AND cause.rep_id = difference.rep_id
    AND cause.team = difference.team AND cause.role = difference.role
    AND cause.region = difference.region AND cause.programme_id = difference.programme_id
    AND cause.basis = difference.basis AND cause.cohort = difference.cohort
    AND cause.deal_type = difference.deal_type AND cause.month = difference.month
    AND cause.deal_id = difference.deal_id AND cause.part = difference.cause_part
    AND cause.bucket = difference.bucket;
