-- The parts of leading programme metrics, of early conversion and of the open pipeline; stages by
-- the owner and day of their entry; content uses by content; work assignments.
--
-- Parts of programmes are filed under the programme's id, all others under none.

ALTER TABLE rep_month
    ADD COLUMN programme_id LowCardinality(String) AFTER month,
    ADD COLUMN created_qualified Int64 CODEC(T64, ZSTD) AFTER content_uses,
    ADD COLUMN open_due Int64 CODEC(T64, ZSTD) AFTER created_qualified,
    ADD COLUMN open_due_amount Int64 CODEC(T64, ZSTD) AFTER open_due,
    ADD COLUMN content_uses_on_deals Int64 CODEC(T64, ZSTD) AFTER open_due_amount,
    ADD COLUMN requested Int64 CODEC(T64, ZSTD) AFTER content_uses_on_deals,
    ADD COLUMN requests_fulfilled Int64 CODEC(T64, ZSTD) AFTER requested,
    ADD COLUMN enrolled Int64 CODEC(T64, ZSTD) AFTER requests_fulfilled,
    ADD COLUMN enrolled_completed Int64 CODEC(T64, ZSTD) AFTER enrolled,
    ADD COLUMN started Int64 CODEC(T64, ZSTD) AFTER enrolled_completed,
    ADD COLUMN completed Int64 CODEC(T64, ZSTD) AFTER started,
    ADD COLUMN waived Int64 CODEC(T64, ZSTD) AFTER completed,
    ADD COLUMN completion_times Int64 CODEC(T64, ZSTD) AFTER waived,
    ADD COLUMN completion_micros Int64 CODEC(T64, ZSTD) AFTER completion_times,
    ADD COLUMN passed Int64 CODEC(T64, ZSTD) AFTER completion_micros,
    ADD COLUMN failed Int64 CODEC(T64, ZSTD) AFTER passed,
    ADD COLUMN scores Int64 CODEC(T64, ZSTD) AFTER failed,
    ADD COLUMN score_millionths Int64 CODEC(T64, ZSTD) AFTER scores,
    ADD COLUMN surveys Int64 CODEC(T64, ZSTD) AFTER score_millionths,
    ADD COLUMN survey_millionths Int64 CODEC(T64, ZSTD) AFTER surveys,
    ADD COLUMN assignments_submitted Int64 CODEC(T64, ZSTD) AFTER survey_millionths,
    ADD COLUMN assignments_approved Int64 CODEC(T64, ZSTD) AFTER assignments_submitted,
    ADD COLUMN coached Int64 CODEC(T64, ZSTD) AFTER assignments_approved,
    ADD COLUMN completion_days Map(Int32, Int64) CODEC(ZSTD) AFTER lost_cycle_days,
    MODIFY ORDER BY (generation, rep_id, team, role, region, deal_type, month, programme_id);

ALTER TABLE cohort_metric
    ADD COLUMN created_qualified Int64 CODEC(T64, ZSTD) AFTER content_uses,
    ADD COLUMN open_due Int64 CODEC(T64, ZSTD) AFTER created_qualified,
    ADD COLUMN open_due_amount Int64 CODEC(T64, ZSTD) AFTER open_due,
    ADD COLUMN content_uses_on_deals Int64 CODEC(T64, ZSTD) AFTER open_due_amount,
    ADD COLUMN requested Int64 CODEC(T64, ZSTD) AFTER content_uses_on_deals,
    ADD COLUMN requests_fulfilled Int64 CODEC(T64, ZSTD) AFTER requested,
    ADD COLUMN enrolled Int64 CODEC(T64, ZSTD) AFTER requests_fulfilled,
    ADD COLUMN enrolled_completed Int64 CODEC(T64, ZSTD) AFTER enrolled,
    ADD COLUMN started Int64 CODEC(T64, ZSTD) AFTER enrolled_completed,
    ADD COLUMN completed Int64 CODEC(T64, ZSTD) AFTER started,
    ADD COLUMN waived Int64 CODEC(T64, ZSTD) AFTER completed,
    ADD COLUMN completion_times Int64 CODEC(T64, ZSTD) AFTER waived,
    ADD COLUMN completion_micros Int64 CODEC(T64, ZSTD) AFTER completion_times,
    ADD COLUMN passed Int64 CODEC(T64, ZSTD) AFTER completion_micros,
    ADD COLUMN failed Int64 CODEC(T64, ZSTD) AFTER passed,
    ADD COLUMN scores Int64 CODEC(T64, ZSTD) AFTER failed,
    ADD COLUMN score_millionths Int64 CODEC(T64, ZSTD) AFTER scores,
    ADD COLUMN surveys Int64 CODEC(T64, ZSTD) AFTER score_millionths,
    ADD COLUMN survey_millionths Int64 CODEC(T64, ZSTD) AFTER surveys,
    ADD COLUMN assignments_submitted Int64 CODEC(T64, ZSTD) AFTER survey_millionths,
    ADD COLUMN assignments_approved Int64 CODEC(T64, ZSTD) AFTER assignments_submitted,
    ADD COLUMN coached Int64 CODEC(T64, ZSTD) AFTER assignments_approved,
    ADD COLUMN completion_days Map(Int32, Int64) CODEC(ZSTD) AFTER lost_cycle_days;

ALTER TABLE rep_ledger
    ADD COLUMN programme_id LowCardinality(String) AFTER month;

-- `advanced`: a more advanced stage, or the win, was reached after the first entry.
ALTER TABLE deal_stage
    ADD COLUMN latest_days Nullable(Int32) CODEC(T64, ZSTD) AFTER cumulative_micros,
    ADD COLUMN cumulative_days Int32 CODEC(T64, ZSTD) AFTER latest_days,
    ADD COLUMN entered_owner String CODEC(ZSTD) AFTER owner,
    ADD COLUMN advanced UInt8 CODEC(ZSTD) AFTER entered_owner;

CREATE TABLE IF NOT EXISTS content_month
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    programme_id LowCardinality(String),
    content_id String CODEC(ZSTD),
    content_version LowCardinality(String),
    month Date CODEC(Delta, ZSTD),
    uses Int64 CODEC(T64, ZSTD),
    uses_on_deals Int64 CODEC(T64, ZSTD),
    uses_by_day Map(Int32, Int64) CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- Joined to the programmes by content, and to the months of reps.
ORDER BY (generation, rep_id, programme_id, content_id, content_version, month)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS assignment
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    source LowCardinality(String),
    event_id String CODEC(ZSTD),
    state LowCardinality(String),
    programme_id LowCardinality(String),
    course_id LowCardinality(String),
    deal_id String CODEC(ZSTD),
    stage LowCardinality(String),
    occurred_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The assignments of one rep lie together; source and event tell them apart.
ORDER BY (generation, rep_id, source, event_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS content_publication
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    programme_id String CODEC(ZSTD),
    source LowCardinality(String),
    event_id String CODEC(ZSTD),
    content_id String CODEC(ZSTD),
    content_version LowCardinality(String),
    published_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The publications of one programme lie together; source and event tell them apart.
ORDER BY (generation, programme_id, source, event_id, content_id)
SETTINGS non_replicated_deduplication_window = 10000;
