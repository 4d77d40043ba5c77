-- Every record of every topic, exactly once, as it came and as columns; what has become of dead
-- letters; whose generation is shown.

-- A column is named as the field of the event's schema, but for `id`, which is event_id, and
-- `version`, which is definition. It holds what the event says: symbols of enumerations as in the
-- schema (kind WON, time_quality DAY, qualification WORK), deal_type and assignment in lower case as
-- in the tables deal and programme, a blank text as an empty one. A field that an event does not
-- carry, or a time outside 1900 to 2299, is empty or NULL; so are all of them where no event can be
-- read. Each record is one row, even if the same event comes twice.
CREATE TABLE IF NOT EXISTS event_log
(
    generation UInt32 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(T64, ZSTD),
    topic LowCardinality(String),
    partition Int32 CODEC(T64, ZSTD),
    offset Int64 CODEC(Delta, ZSTD),
    record_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    record_key String CODEC(ZSTD),
    headers Map(LowCardinality(String), String) CODEC(ZSTD),
    payload String CODEC(ZSTD(3)),
    -- The reason of its dead letter where the record by itself cannot count, else empty.
    refused LowCardinality(String),
    family LowCardinality(String),
    kind LowCardinality(String),
    source LowCardinality(String),
    event_id String CODEC(ZSTD),
    occurred_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    recorded_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    time_quality LowCardinality(String),
    deal_id String CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    programme_id LowCardinality(String),
    account_id String CODEC(ZSTD),
    owner String CODEC(ZSTD),
    stage LowCardinality(String),
    stage_rank Nullable(Int32) CODEC(T64, ZSTD),
    amount_minor Nullable(Int64) CODEC(T64, ZSTD),
    currency LowCardinality(String),
    deal_type LowCardinality(String),
    pipeline LowCardinality(String),
    expected_close_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    qualification LowCardinality(String),
    loss_reason String CODEC(ZSTD),
    merged_into String CODEC(ZSTD),
    splits Array(Tuple(rep_id String, kind String, basis_points Int32)) CODEC(ZSTD),
    course_id LowCardinality(String),
    attempt Nullable(Int32) CODEC(T64, ZSTD),
    success Nullable(UInt8) CODEC(ZSTD),
    score Nullable(Float64) CODEC(ZSTD),
    duration_seconds Nullable(Int64) CODEC(T64, ZSTD),
    wave String CODEC(ZSTD),
    content_id String CODEC(ZSTD),
    content_version String CODEC(ZSTD),
    pages_seen Nullable(Int32) CODEC(T64, ZSTD),
    pages_total Nullable(Int32) CODEC(T64, ZSTD),
    definition Nullable(Int32) CODEC(ZSTD),
    name String CODEC(ZSTD),
    programme_type LowCardinality(String),
    audience_roles Array(String) CODEC(ZSTD),
    audience_regions Array(String) CODEC(ZSTD),
    launch_at Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    payback_end_at Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    cost_minor Nullable(Int64) CODEC(ZSTD),
    primary_metric LowCardinality(String),
    baseline_from Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    baseline_to Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    assignment LowCardinality(String),
    course_ids Array(String) CODEC(ZSTD),
    content_ids Array(String) CODEC(ZSTD),
    half_life_days Nullable(Float64) CODEC(ZSTD),
    role LowCardinality(String),
    team LowCardinality(String),
    region LowCardinality(String),
    manager String CODEC(ZSTD),
    effective_from Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    period LowCardinality(String),
    schedule_minor Array(Int64) CODEC(ZSTD),
    effective_at Nullable(DateTime64(6, 'UTC')) CODEC(ZSTD),
    target_source LowCardinality(String),
    target_id String CODEC(ZSTD),
    -- Explain asks for the event behind a ledger entry.
    INDEX event_id event_id TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY generation
-- All events of a deal or a rep lie together, in the order of their topic.
ORDER BY (generation, topic, record_key, partition, offset)
SETTINGS non_replicated_deduplication_window = 10000;

-- The archive reports what cannot be read, each other job what only its own state can refuse.
ALTER TABLE dead_letter ADD COLUMN job LowCardinality(String) DEFAULT 'cohort-metrics' AFTER is_deleted;

-- Each job counts what it has read, and publishes its own counts.
ALTER TABLE source_progress
    ADD COLUMN job LowCardinality(String) DEFAULT 'cohort-metrics' AFTER checkpoint;

-- A letter that was sent again, and where each record stands that came of it; none did of a row
-- that its mapping leaves out.
CREATE TABLE IF NOT EXISTS dead_letter_replay
(
    reason LowCardinality(String),
    topic LowCardinality(String),
    partition Int32 CODEC(T64, ZSTD),
    offset Int64 CODEC(Delta, ZSTD),
    origin String CODEC(ZSTD),
    payload_hash UInt64,
    replayed_at DateTime64(6, 'UTC') DEFAULT now64(6, 'UTC') CODEC(Delta, ZSTD),
    replayed_topic LowCardinality(String),
    replayed_partition Int32 CODEC(T64, ZSTD),
    replayed_offset Int64 CODEC(Delta, ZSTD)
)
ENGINE = MergeTree
-- Joined to dead_letter by its key.
ORDER BY (reason, topic, partition, offset, origin, payload_hash, replayed_at)
SETTINGS non_replicated_deduplication_window = 10000;

-- A generation belongs to a job; what was dropped is never written again.
ALTER TABLE pipeline_generation
    ADD COLUMN job LowCardinality(String) DEFAULT 'cohort-metrics',
    ADD COLUMN state LowCardinality(String) DEFAULT 'active';
