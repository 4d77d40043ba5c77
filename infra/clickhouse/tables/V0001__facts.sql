-- Facts: the latest state of every deal, rep, quota and programme, one row a key.
--
-- Every state table keeps the newest version of a row; version is the checkpoint that wrote it and
-- is_deleted marks a tombstone. The generation leads key and partition, so that a rebuild stands
-- beside the rows in use and is dropped as one partition. The deduplication window (counted in
-- parts) is what makes a retried commit change nothing.

CREATE TABLE IF NOT EXISTS deal
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    deal_id String CODEC(ZSTD),
    account_id String CODEC(ZSTD),
    deal_type LowCardinality(String),
    pipeline LowCardinality(String),
    status LowCardinality(String),
    owner String CODEC(ZSTD),
    stage LowCardinality(String),
    stage_rank Nullable(Int32) CODEC(T64, ZSTD),
    created_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    created_day Nullable(Date32) CODEC(T64, ZSTD),
    created_time_quality LowCardinality(String),
    created_owner String CODEC(ZSTD),
    closed_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    closed_day Nullable(Date32) CODEC(T64, ZSTD),
    closed_time_quality LowCardinality(String),
    closed_owner String CODEC(ZSTD),
    amount_minor Nullable(Int64) CODEC(T64, ZSTD),
    currency LowCardinality(String),
    reporting_minor Nullable(Int64) CODEC(T64, ZSTD),
    fx_rate Nullable(Float64) CODEC(ZSTD),
    expected_close_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    qualified_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    qualified_owner String CODEC(ZSTD),
    qualification LowCardinality(String),
    loss_reason String CODEC(ZSTD),
    reopen_count UInt32 CODEC(T64, ZSTD),
    elapsed_micros Nullable(Int64) CODEC(T64, ZSTD),
    elapsed_days Nullable(Int32) CODEC(T64, ZSTD),
    active_micros Nullable(Int64) CODEC(T64, ZSTD),
    merged_into String CODEC(ZSTD),
    flags Array(LowCardinality(String)),
    events UInt32 CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- A deal is looked up by its id: by explain, and by the touches and stages that name it.
ORDER BY (generation, deal_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS deal_stage
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    deal_id String CODEC(ZSTD),
    stage LowCardinality(String),
    rank Nullable(Int32) CODEC(T64, ZSTD),
    entered_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    last_entered_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    left_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    latest_micros Nullable(Int64) CODEC(T64, ZSTD),
    cumulative_micros Int64 CODEC(T64, ZSTD),
    entries UInt32 CODEC(T64, ZSTD),
    owner String CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The stages of one deal lie together, in the order of the deals they are joined to.
ORDER BY (generation, deal_id, stage)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS rep
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    valid_from DateTime64(6, 'UTC') CODEC(Delta, ZSTD),
    valid_to Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    role LowCardinality(String),
    team LowCardinality(String),
    region LowCardinality(String),
    manager String CODEC(ZSTD),
    employment LowCardinality(String)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The spans of one rep lie together in the order of time, as ASOF joins read them.
ORDER BY (generation, rep_id, valid_from)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS quota
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    period LowCardinality(String),
    source LowCardinality(String),
    event_id String CODEC(ZSTD),
    amount_minor Int64 CODEC(T64, ZSTD),
    currency LowCardinality(String),
    schedule_minor Array(Int64) CODEC(T64, ZSTD),
    effective_at DateTime64(6, 'UTC') CODEC(T64, ZSTD),
    state LowCardinality(String),
    flags Array(LowCardinality(String))
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- All versions of one rep's quota for one period lie together; source and event tell them apart.
ORDER BY (generation, rep_id, period, source, event_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS programme
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    programme_id String CODEC(ZSTD),
    definition Int32 CODEC(T64, ZSTD),
    source LowCardinality(String),
    event_id String CODEC(ZSTD),
    name String CODEC(ZSTD),
    programme_type LowCardinality(String),
    owner String CODEC(ZSTD),
    audience_roles Array(String) CODEC(ZSTD),
    audience_regions Array(String) CODEC(ZSTD),
    launch_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    payback_end_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    cost_minor Nullable(Int64) CODEC(T64, ZSTD),
    currency LowCardinality(String),
    primary_metric LowCardinality(String),
    baseline_from Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    baseline_to Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    assignment LowCardinality(String),
    course_ids Array(String) CODEC(ZSTD),
    content_ids Array(String) CODEC(ZSTD),
    half_life_days Nullable(Float64) CODEC(ZSTD),
    defined_at DateTime64(6, 'UTC') CODEC(T64, ZSTD),
    recorded_at DateTime64(6, 'UTC') CODEC(T64, ZSTD),
    retired_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- Every definition of a programme stays, in order: a baseline edited after the launch must show.
ORDER BY (generation, programme_id, definition, source, event_id)
SETTINGS non_replicated_deduplication_window = 10000;
