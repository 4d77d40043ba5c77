-- Ledgers: every change of a result with its cause. Rows are only ever added; rep_month and
-- cohort_metric are their sums (view ledger_difference).

CREATE TABLE IF NOT EXISTS rep_ledger
(
    generation UInt32 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(T64, ZSTD),
    rep_id String CODEC(ZSTD),
    team LowCardinality(String),
    role LowCardinality(String),
    region LowCardinality(String),
    deal_type LowCardinality(String),
    month Date CODEC(Delta, ZSTD),
    part LowCardinality(String),
    bucket Int32 CODEC(T64, ZSTD),
    subject String CODEC(ZSTD),
    amount Int64 CODEC(T64, ZSTD),
    cause_family LowCardinality(String),
    cause_source LowCardinality(String),
    cause_id String CODEC(ZSTD),
    -- Explain asks for one deal as well, wherever its entries lie.
    INDEX subject subject TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY generation
-- Explain asks for one number: a rep's month and part; as-of then reads its checkpoints in order.
ORDER BY (generation, rep_id, month, part, checkpoint)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS membership_ledger
(
    generation UInt32 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(T64, ZSTD),
    rep_id String CODEC(ZSTD),
    programme_id String CODEC(ZSTD),
    basis LowCardinality(String),
    cohort LowCardinality(String),
    amount Int8 CODEC(ZSTD),
    cause_source LowCardinality(String),
    cause_id String CODEC(ZSTD)
)
ENGINE = MergeTree
PARTITION BY generation
-- In the order of rep_ledger, to which it is joined.
ORDER BY (generation, rep_id, programme_id, basis, cohort, checkpoint)
SETTINGS non_replicated_deduplication_window = 10000;
