-- Control: what could not be counted, what has been published, which generation is shown.

CREATE TABLE IF NOT EXISTS dead_letter
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    reason LowCardinality(String),
    topic LowCardinality(String),
    partition Int32 CODEC(T64, ZSTD),
    offset Int64 CODEC(Delta, ZSTD),
    origin String CODEC(ZSTD),
    payload_hash UInt64,
    detail String CODEC(ZSTD),
    record_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    record_key String CODEC(ZSTD),
    event_source String CODEC(ZSTD),
    event_id String CODEC(ZSTD),
    payload String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- Read by reason, replayed in the order of the topic.
ORDER BY (generation, reason, topic, partition, offset, origin, payload_hash)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS source_progress
(
    generation UInt32 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(Delta, ZSTD),
    source LowCardinality(String),
    records UInt64 CODEC(T64, ZSTD),
    dead_letters UInt64 CODEC(T64, ZSTD),
    duplicates UInt64 CODEC(T64, ZSTD),
    greatest_occurred_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    greatest_recorded_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD)
)
ENGINE = MergeTree
PARTITION BY generation
-- The publisher reads one checkpoint of all sources.
ORDER BY (generation, checkpoint, source)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS pipeline_status
(
    job LowCardinality(String),
    generation UInt32 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(DoubleDelta, ZSTD),
    committed_at DateTime64(6, 'UTC') CODEC(DoubleDelta, ZSTD),
    watermark Map(String, DateTime64(6, 'UTC')) CODEC(ZSTD),
    greatest_occurred_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    records_in Map(String, UInt64) CODEC(ZSTD),
    dead_letters UInt64 CODEC(T64, ZSTD),
    duplicates UInt64 CODEC(T64, ZSTD),
    -- A checkpoint that is published again after a restart keeps its first publication.
    precedence UInt64 MATERIALIZED bitNot(toUInt64(toUnixTimestamp64Micro(committed_at)))
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY generation
-- The newest published checkpoint of a job is the last row of its range.
ORDER BY (job, generation, checkpoint)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS pipeline_generation
(
    generation UInt32 CODEC(Delta, ZSTD),
    activated_at DateTime64(6, 'UTC') CODEC(Delta, ZSTD),
    note String CODEC(ZSTD)
)
ENGINE = MergeTree
PARTITION BY generation
-- As-of asks for the last activation before a moment.
ORDER BY (activated_at, generation)
SETTINGS non_replicated_deduplication_window = 10000;
