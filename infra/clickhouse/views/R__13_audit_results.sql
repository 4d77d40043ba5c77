-- The audit's results, in the columns of the stored ones, and what differs. (${functions})

-- All that counts for a rep in a month, by part and subject, under the labels that the rep had at the time.
CREATE OR REPLACE VIEW audit_subject_part AS
SELECT
    postings.rep_id AS rep_id, label.team AS team, label.role AS role, label.region AS region,
    deal_type, month, programme_id, part, bucket, subject, sum(postings.amount) AS amount
FROM
(
    SELECT * FROM audit_deal_posting(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    SELECT * FROM audit_training_posting(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    SELECT * FROM audit_content_posting(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    SELECT * FROM audit_quota_posting(known_at = {known_at:DateTime64(6, 'UTC')})
) AS postings
ASOF LEFT JOIN audit_rep_span(known_at = {known_at:DateTime64(6, 'UTC')}) AS label
    ON label.rep_id = postings.rep_id AND label.since <= postings.moment
GROUP BY
    rep_id, team, role, region, deal_type, month, programme_id, part, bucket, subject
HAVING amount != 0;

-- The same by part, whatever the subject.
CREATE OR REPLACE VIEW audit_part AS
SELECT
    rep_id, team, role, region, deal_type, month, programme_id, part, bucket,
    sum(subjects.amount) AS amount
FROM audit_subject_part(known_at = {known_at:DateTime64(6, 'UTC')}) AS subjects
GROUP BY rep_id, team, role, region, deal_type, month, programme_id, part, bucket
HAVING amount != 0;

-- The columns of rep_month.
CREATE OR REPLACE VIEW audited_rep_month AS
SELECT
    rep_id, team, role, region, deal_type, month, programme_id,
    ${parts_of_ledger}
FROM audit_part(known_at = {known_at:DateTime64(6, 'UTC')})
GROUP BY rep_id, team, role, region, deal_type, month, programme_id;

-- What counts for a cohort in a month, by part: all months of its members, but of the parts of
-- programmes only those of its own.
CREATE OR REPLACE VIEW audit_cohort_part AS
SELECT
    exposure.programme_id AS programme_id, basis, cohort,
    deal_type, month, part, bucket, sum(parts.amount) AS amount
FROM audit_part(known_at = {known_at:DateTime64(6, 'UTC')}) AS parts
INNER JOIN audited_exposure(known_at = {known_at:DateTime64(6, 'UTC')}) AS exposure
    ON exposure.rep_id = parts.rep_id
WHERE parts.programme_id IN ('', exposure.programme_id)
GROUP BY programme_id, basis, cohort, deal_type, month, part, bucket
HAVING amount != 0;

-- The columns of cohort_metric.
CREATE OR REPLACE VIEW audited_cohort_metric AS
SELECT programme_id, basis, cohort, deal_type, month, ${parts_of_ledger}
FROM audit_cohort_part(known_at = {known_at:DateTime64(6, 'UTC')})
GROUP BY programme_id, basis, cohort, deal_type, month;

-- Every number of the results as it is stored and as the audit finds it, one row a key and part
-- (and bucket of whole days); of an exposure each column but the key is a part.
CREATE OR REPLACE VIEW audit_comparison AS
SELECT
    result, '' AS deal_id, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, part, bucket,
    sum(stored_amount) AS stored, sum(audited_amount) AS audited
FROM
(
    SELECT * EXCEPT (amount), amount AS stored_amount, toInt64(0) AS audited_amount
    FROM result_part
    UNION ALL
    SELECT
        'exposure' AS result, rep_id, '' AS team, '' AS role, '' AS region,
        programme_id, basis, cohort, '' AS deal_type, toDate(0) AS month,
        concat('exposed at ', toString(exposed_at), ' wave ', wave, ' by ', source, ' ', event_id)
            AS part,
        toInt32(0) AS bucket, toInt64(1) AS stored_amount, toInt64(0) AS audited_amount
    FROM current_exposure
    UNION ALL
    SELECT
        'rep_month' AS result, rep_id, team, role, region,
        programme_id, '' AS basis, '' AS cohort, deal_type, month,
        part, bucket, toInt64(0) AS stored_amount, amount AS audited_amount
    FROM audit_part(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    SELECT
        'cohort_metric' AS result, '' AS rep_id, '' AS team, '' AS role, '' AS region,
        programme_id, basis, cohort, deal_type, month,
        part, bucket, toInt64(0) AS stored_amount, amount AS audited_amount
    FROM audit_cohort_part(known_at = {known_at:DateTime64(6, 'UTC')})
    UNION ALL
    SELECT
        'exposure' AS result, rep_id, '' AS team, '' AS role, '' AS region,
        programme_id, basis, cohort, '' AS deal_type, toDate(0) AS month,
        concat('exposed at ', toString(exposed_at), ' wave ', wave, ' by ', source, ' ', event_id)
            AS part,
        toInt32(0) AS bucket, toInt64(0) AS stored_amount, toInt64(1) AS audited_amount
    FROM audited_exposure(known_at = {known_at:DateTime64(6, 'UTC')})
)
GROUP BY
    result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, part, bucket
UNION ALL
SELECT
    result, deal_id, '' AS rep_id, '' AS team, '' AS role, '' AS region,
    '' AS programme_id, '' AS basis, '' AS cohort, '' AS deal_type, toDate(0) AS month,
    part, toInt32(0) AS bucket, stored, audited
FROM audit_attribution_comparison(known_at = {known_at:DateTime64(6, 'UTC')});

-- What is stored otherwise than the audit finds it: empty where the audit holds. The stored results
-- are those of now, so only an audit of all events ('2299-01-01') can hold.
CREATE OR REPLACE VIEW audit_difference AS
SELECT *
FROM audit_comparison(known_at = {known_at:DateTime64(6, 'UTC')})
WHERE stored != audited;

-- Topics of which the archive and the results have not read the same: as long as there are any, a
-- difference proves nothing. Of topics that attribution reads as well, the job that is behind
-- counts.
CREATE OR REPLACE VIEW audit_unread AS
SELECT
    topic,
    least(
        sumIf(records, job = 'cohort-metrics'),
        sumIf(records, job = if(is_of_touches, 'attribution', 'cohort-metrics'))) AS counted,
    sumIf(records, job = 'event-archive') AS archived
FROM
(
    SELECT
        job, reading.1 AS topic, reading.2 AS records,
        topic IN ('deal-events', 'training-events', 'content-events') AS is_of_touches
    FROM current_status
    ARRAY JOIN arrayZip(mapKeys(records_in), mapValues(records_in)) AS reading
)
WHERE endsWith(topic, '-events')
GROUP BY topic, is_of_touches
HAVING counted != archived;
