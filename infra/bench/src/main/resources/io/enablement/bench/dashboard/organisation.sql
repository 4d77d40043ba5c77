-- Rows as the jobs leave them in generation 1 at checkpoint 1, of a sales organisation with as many
-- deals as asked: 1,000 a rep, 25 reps a team, 8 programmes, from 2024-01-01 to 2026-06-30. What a
-- deal is like is a function of its number. Every result is the sum of its ledger. The tables that
-- hold a row or two a programme (roi, maturity, forecasts) stay empty.

CREATE TABLE made_deal
(
    number UInt64, deal_id String, rep_id String, team String, region String, deal_type String,
    created Date, days UInt16, closed Nullable(Date), status String, amount Int64
)
ENGINE = MergeTree ORDER BY number
AS
SELECT
    number, concat('deal-', leftPad(toString(number), 9, '0')) AS deal_id,
    concat('rep-', leftPad(toString(rep), 5, '0')), concat('team-', toString(rep % ${teams})),
    concat('region-', toString(rep % 3)),
    if(sipHash64(number, 1) % 10 < 7, 'transactional', 'project'), created, days,
    if(status = 'open', NULL, created + days) AS closed, status,
    toInt64(100_000 + sipHash64(number, 2) % 9_900_000)
FROM
(
    SELECT
        number,
        sipHash64(number, 3) % ${reps} AS rep,
        toDate('2024-01-01') + sipHash64(number, 4) % 900 AS created,
        toUInt16(10 + sipHash64(number, 5) % 120) AS days,
        multiIf(
            created + days > toDate('2026-06-30') OR sipHash64(number, 6) % 100 < 20, 'open',
            sipHash64(number, 6) % 100 < 52, 'won',
            'lost') AS status
    FROM numbers(${deals})
);

INSERT INTO deal (generation, version, is_deleted, deal_id, account_id, deal_type, pipeline, status,
    owner, stage, stage_rank, created_at, created_day, created_time_quality, created_owner, closed_at,
    closed_day, closed_time_quality, closed_owner, amount_minor, currency, reporting_minor, fx_rate,
    elapsed_micros, elapsed_days, active_micros, qualified_at, qualified_owner, qualification, flags,
    events)
SELECT 1, 1, 0, deal_id, concat('account-', toString(number % 500_000)), deal_type, 'sales', status,
    rep_id, 'stage-2', 2, created, created, 'occurred', rep_id, closed,
    closed, if(closed IS NULL, '', 'occurred'), if(closed IS NULL, '', rep_id), amount, 'USD', amount,
    1, if(closed IS NULL, NULL, days * 86_400_000_000), if(closed IS NULL, NULL, days),
    if(closed IS NULL, NULL, days * 86_400_000_000), created + 5, rep_id, 'work',
    if(number % 20 = 0, ['no_account'], []), 8
FROM made_deal;

INSERT INTO deal_stage (generation, version, is_deleted, deal_id, stage, rank, entered_at,
    last_entered_at, left_at, latest_micros, cumulative_micros, latest_days, cumulative_days, entries,
    owner, entered_owner, advanced)
SELECT 1, 1, 0, deal_id, concat('stage-', toString(place)) AS stage, place,
    created + place * 5 AS entered, entered,
    if(place < 2, toNullable(entered + 5), closed),
    5 * 86_400_000_000, 5 * 86_400_000_000, 5, 5, 1, rep_id, rep_id, place < 2
FROM made_deal
ARRAY JOIN [0, 1, 2] AS place;

INSERT INTO rep (generation, version, is_deleted, rep_id, valid_from, role, team, region, manager,
    employment)
SELECT 1, 1, 0, concat('rep-', leftPad(toString(number), 5, '0')), toDateTime64('2023-01-01', 6), 'ae',
    concat('team-', toString(number % ${teams})), concat('region-', toString(number % 3)),
    concat('manager-', toString(number % ${teams})), 'employed'
FROM numbers(${reps});

INSERT INTO quota (generation, version, is_deleted, rep_id, period, source, event_id, amount_minor,
    currency, effective_at, state)
SELECT 1, 1, 0, rep_id, toString(year), 'crm', concat('quota-', toString(year)),
    600_000_000, 'USD', toDateTime64('2023-01-01', 6), 'in_force'
FROM current_rep
ARRAY JOIN [2024, 2025, 2026] AS year;

INSERT INTO programme (generation, version, is_deleted, programme_id, definition, source, event_id,
    name, programme_type, owner, launch_at, payback_end_at, cost_minor, currency, primary_metric,
    assignment, content_ids, half_life_days, defined_at, recorded_at)
SELECT 1, 1, 0, concat('programme-', toString(number)), 1, 'lms', 'definition',
    concat('Programme ', toString(number)), 'training', 'enablement', toDateTime64('2024-07-01', 6),
    toDateTime64('2026-06-30', 6), 50_000_000, 'USD', 'close_rate_count', 'manager',
    arrayMap(each -> concat('content-', toString(number * 10 + each)), range(10)), 30,
    toDateTime64('2024-01-01', 6), toDateTime64('2024-01-01', 6)
FROM numbers(8);

INSERT INTO exposure (generation, version, is_deleted, rep_id, programme_id, basis, cohort, exposed_at,
    source, event_id)
SELECT 1, 1, 0, rep_id, programme_id, basis, formatDateTime(at, '%Y-%m'), at, 'lms',
    concat(basis, '-', programme_id)
FROM
(
    SELECT rep_id, concat('programme-', toString(programme)) AS programme_id, basis,
        toDateTime64('2024-07-01', 6) + toIntervalMonth(
            sipHash64(rep_id, programme) % 16 + (basis = 'completed')) AS at
    FROM current_rep
    ARRAY JOIN range(8) AS programme
    ARRAY JOIN ['assigned', 'completed'] AS basis
    WHERE sipHash64(programme, rep_id) % 100 < if(basis = 'assigned', 40, 32)
);

INSERT INTO membership_ledger (generation, checkpoint, rep_id, programme_id, basis, cohort, amount,
    cause_source, cause_id)
SELECT 1, 1, rep_id, programme_id, basis, cohort, 1, source, event_id
FROM current_exposure;

INSERT INTO rep_ledger (generation, checkpoint, rep_id, team, role, region, deal_type, month,
    programme_id, part, bucket, subject, amount, cause_family, cause_source, cause_id)
SELECT 1, 1, rep_id, team, 'ae', region, deal_type, toStartOfMonth(entry.1), '', entry.2, entry.3,
    deal_id, entry.4, 'deal', 'crm', concat(deal_id, if(entry.5, '-closed', '-created'))
FROM
(
    SELECT *,
        arrayConcat(
            [
                (created, 'created', 0, toInt64(1), false),
                (created, 'created_amount', 0, amount, false)
            ],
            multiIf(
                status = 'won', [
                    (over, 'won', 0, toInt64(1), true),
                    (over, 'won_priced', 0, toInt64(1), true),
                    (over, 'won_amount', 0, amount, true),
                    (over, 'won_cycles', 0, toInt64(1), true),
                    (over, 'won_cycle_micros', 0, toInt64(days) * 86_400_000_000, true),
                    (over, 'won_cycle_days', toInt32(days), toInt64(1), true)
                ],
                status = 'lost', [
                    (over, 'lost', 0, toInt64(1), true),
                    (over, 'lost_amount', 0, amount, true)
                ],
                [])) AS entries,
        ifNull(closed, created) AS over
    FROM made_deal
)
ARRAY JOIN entries AS entry;

INSERT INTO rep_ledger (generation, checkpoint, rep_id, team, role, region, deal_type, month,
    programme_id, part, bucket, subject, amount, cause_family, cause_source, cause_id)
SELECT 1, 1, rep_id, team, role, region, '', toDate('2024-01-01') + toIntervalMonth(month), '',
    entry.1, 0, 'quota', entry.2, 'quota', 'crm', 'quota'
FROM current_rep
ARRAY JOIN range(30) AS month
ARRAY JOIN [('quota', toInt64(50_000_000)), ('quota_holders', toInt64(1))] AS entry;

INSERT INTO rep_month (generation, version, is_deleted, rep_id, team, role, region, deal_type, month,
    programme_id, created, created_amount, won, won_priced, lost, won_amount, lost_amount, won_cycles,
    won_cycle_micros, won_cycle_days, quota, quota_holders)
SELECT 1, 1, 0, rep_id, team, role, region, deal_type, month, programme_id,
    sumIf(amount, part = 'created'), sumIf(amount, part = 'created_amount'),
    sumIf(amount, part = 'won'), sumIf(amount, part = 'won_priced'), sumIf(amount, part = 'lost'),
    sumIf(amount, part = 'won_amount'), sumIf(amount, part = 'lost_amount'),
    sumIf(amount, part = 'won_cycles'), sumIf(amount, part = 'won_cycle_micros'),
    sumMapIf(map(bucket, amount), part = 'won_cycle_days'),
    sumIf(amount, part = 'quota'), sumIf(amount, part = 'quota_holders')
FROM rep_ledger
GROUP BY rep_id, team, role, region, deal_type, month, programme_id;

INSERT INTO cohort_metric (generation, version, is_deleted, programme_id, basis, cohort, deal_type,
    month, created, created_amount, won, won_priced, lost, won_amount, lost_amount, won_cycles,
    won_cycle_micros, won_cycle_days, quota, quota_holders)
SELECT 1, 1, 0, exposure.programme_id, basis, cohort, deal_type, month, sum(created),
    sum(created_amount), sum(won), sum(won_priced), sum(lost), sum(won_amount), sum(lost_amount),
    sum(won_cycles), sum(won_cycle_micros), sumMap(won_cycle_days), sum(quota), sum(quota_holders)
FROM rep_month
INNER JOIN exposure ON exposure.rep_id = rep_month.rep_id
GROUP BY exposure.programme_id, basis, cohort, deal_type, month;

INSERT INTO content_month (generation, version, is_deleted, rep_id, programme_id, content_id,
    content_version, month, uses, uses_by_day)
SELECT 1, 1, 0, rep_id, programme_id, content_id, '1', month, 4, map(toInt32(toUnixTimestamp(month) / 86_400) + 3, 4)
FROM
(
    SELECT rep_id, programme_id, toDate('2024-07-01') + toIntervalMonth(number) AS month,
        concat('content-', toString(toUInt8(right(programme_id, 1)) * 10 + number % 10)) AS content_id
    FROM current_exposure
    ARRAY JOIN range(24) AS number
    WHERE basis = 'assigned'
);

INSERT INTO content_publication (generation, version, is_deleted, programme_id, source, event_id,
    content_id, content_version, published_at)
SELECT 1, 1, 0, programme_id, 'content', concat('publication-', content_id), content_id, '1',
    toDateTime64('2024-06-01', 6)
FROM current_programme
ARRAY JOIN content_ids AS content_id;

INSERT INTO journey (generation, version, is_deleted, deal_id, outcome, owner, created_at, qualified_at,
    closed_at, amount_minor, touches)
SELECT 1, 1, 0, deal_id, status, rep_id, created, created + 5, closed, amount, 2
FROM made_deal
WHERE status != 'open';

INSERT INTO touch (generation, version, is_deleted, deal_id, position, family, touch_type, kind, source,
    id, occurred_at, rep_id, programme_id, content_id, content_version, linked_by, origin_deal_id)
SELECT 1, 1, 0, deal_id, position, 'content', 'content', 'viewed', 'content',
    concat('use-', toString(number), '-', toString(position)), created + position * 3, rep_id, '',
    concat('content-', toString((number + position) % 80)), '1', 'deal', deal_id
FROM made_deal
ARRAY JOIN [1, 2] AS position
WHERE status != 'open';

INSERT INTO attribution_credit (generation, version, is_deleted, deal_id, model, position, family,
    source, id, rep_id, touch_type, programme_id, content_id, content_version, weight, amount_minor,
    closed_at)
SELECT 1, 1, 0, deal_id, credit.1, credit.2, 'content', 'content',
    concat('use-', toString(number), '-', toString(credit.2)), rep_id, 'content', '',
    concat('content-', toString((number + credit.2) % 80)), '1', credit.3,
    toInt64(amount * credit.3), closed
FROM made_deal
ARRAY JOIN [('first', 1, 1.), ('last', 2, 1.), ('linear', 1, 0.5), ('linear', 2, 0.5)] AS credit
WHERE status = 'won';

INSERT INTO event_log (generation, checkpoint, topic, partition, offset, record_at, record_key, payload,
    family, kind, source, event_id, occurred_at, recorded_at, time_quality, deal_id, owner, stage,
    amount_minor, currency)
SELECT 1, 1, 'deal-events', number % 2, number * 3 + step, at, deal_id,
    hex(sipHash128(number, step)), 'deal', kind, 'crm', concat(deal_id, '-', lower(kind)), at, at,
    'OCCURRED', deal_id, rep_id, 'stage-0', amount, 'USD'
FROM
(
    SELECT *, entry.1 AS step, entry.2 AS kind, toDateTime64(entry.3, 6) AS at
    FROM made_deal
    ARRAY JOIN [
        (0, 'CREATED', created),
        (1, 'STAGE_CHANGED', created + 5),
        (2, if(status = 'won', 'WON', if(status = 'lost', 'LOST', 'STAGE_CHANGED')), created + days)
    ] AS entry
);

INSERT INTO dead_letter (generation, version, is_deleted, reason, topic, partition, offset, detail,
    record_at, payload)
SELECT 1, 1, 0, ['UNREADABLE', 'CONTRADICTION'][1 + number % 2], 'deal-events', 0, number,
    'The record is no event', toDateTime64('2026-06-30', 6), 'broken'
FROM numbers(2_000);

INSERT INTO programme_impact (generation, run, checkpoint, as_of, programme_id, basis, outcome,
    registration, leads, verdict, first_month, last_month, panel, clusters, reps_treated, reps_control,
    baseline, estimate, std_error, low, high, p_value, draws, seed)
SELECT 1, 1, 1, toDateTime64('2026-06-30', 6), programme_id, basis, outcome.1, 'exploratory', outcome.2,
    'effect', toDate('2024-01-01'), toDate('2026-03-01'), 'balanced', 'rep', 400, 600, 0.4, 0.03, 0.01,
    0.01, 0.05, 0.002, 999, 1
FROM current_programme
ARRAY JOIN ['assigned', 'completed'] AS basis
ARRAY JOIN [('close_rate_count', 1), ('won_amount_minor', 0), ('deals_won', 0)] AS outcome;

INSERT INTO programme_effect (generation, run, programme_id, basis, outcome, part, event_time, estimate,
    std_error, low, high, band_low, band_high, treated, controls)
SELECT 1, 1, programme_id, basis, outcome, 'event', toInt32(month) - 12, 0.03, 0.01, 0.01, 0.05, 0, 0.06,
    400, 600
FROM programme_impact
ARRAY JOIN range(25) AS month;

INSERT INTO generation_setting (job, generation, name, value, checkpoint)
VALUES ('cohort-metrics', 1, 'zone', 'UTC', 1), ('cohort-metrics', 1, 'currency', 'USD', 1),
    ('cohort-metrics', 1, 'fiscal_year_start', '1', 1);

INSERT INTO pipeline_status (job, generation, checkpoint, committed_at, watermark, greatest_occurred_at,
    records_in)
SELECT job, 1, 1, now64(6), map('deal-events', toDateTime64('2026-06-30', 6)),
    toDateTime64('2026-06-30', 6), map('deal-events', ${deals} * 3)
FROM (SELECT arrayJoin(['cohort-metrics', 'attribution', 'event-archive']) AS job);

DROP TABLE made_deal;
