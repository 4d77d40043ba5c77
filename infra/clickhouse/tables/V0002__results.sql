-- Results: additive parts of the metrics by month. Rates are divided in the views, never stored.
--
-- Money is in minor units of the reporting currency, time in microseconds; the histograms count
-- deals by whole days.

CREATE TABLE IF NOT EXISTS rep_month
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    team LowCardinality(String),
    role LowCardinality(String),
    region LowCardinality(String),
    deal_type LowCardinality(String),
    month Date CODEC(Delta, ZSTD),
    created Int64 CODEC(T64, ZSTD),
    created_amount Int64 CODEC(T64, ZSTD),
    created_won Int64 CODEC(T64, ZSTD),
    won Int64 CODEC(T64, ZSTD),
    lost Int64 CODEC(T64, ZSTD),
    dropped Int64 CODEC(T64, ZSTD),
    won_priced Int64 CODEC(T64, ZSTD),
    won_amount Int64 CODEC(T64, ZSTD),
    lost_amount Int64 CODEC(T64, ZSTD),
    won_cycles Int64 CODEC(T64, ZSTD),
    won_cycle_micros Int64 CODEC(T64, ZSTD),
    lost_cycles Int64 CODEC(T64, ZSTD),
    lost_cycle_micros Int64 CODEC(T64, ZSTD),
    qualified Int64 CODEC(T64, ZSTD),
    qualified_won Int64 CODEC(T64, ZSTD),
    reopened Int64 CODEC(T64, ZSTD),
    credited Int64 CODEC(T64, ZSTD),
    overlay_credit Int64 CODEC(T64, ZSTD),
    quota Int64 CODEC(T64, ZSTD),
    quota_holders Int64 CODEC(T64, ZSTD),
    content_uses Int64 CODEC(T64, ZSTD),
    won_cycle_days Map(Int32, Int64) CODEC(ZSTD),
    lost_cycle_days Map(Int32, Int64) CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- A rep's months are read together: by the scorecard, the panel and the proof against the ledger.
ORDER BY (generation, rep_id, team, role, region, deal_type, month)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS exposure
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    programme_id String CODEC(ZSTD),
    basis LowCardinality(String),
    cohort LowCardinality(String),
    exposed_at DateTime64(6, 'UTC') CODEC(T64, ZSTD),
    wave String CODEC(ZSTD),
    source LowCardinality(String),
    event_id String CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- One cohort a rep, programme and basis; in the order of rep_month, to which it is joined.
ORDER BY (generation, rep_id, programme_id, basis)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS cohort_metric
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    programme_id String CODEC(ZSTD),
    basis LowCardinality(String),
    cohort LowCardinality(String),
    deal_type LowCardinality(String),
    month Date CODEC(Delta, ZSTD),
    created Int64 CODEC(T64, ZSTD),
    created_amount Int64 CODEC(T64, ZSTD),
    created_won Int64 CODEC(T64, ZSTD),
    won Int64 CODEC(T64, ZSTD),
    lost Int64 CODEC(T64, ZSTD),
    dropped Int64 CODEC(T64, ZSTD),
    won_priced Int64 CODEC(T64, ZSTD),
    won_amount Int64 CODEC(T64, ZSTD),
    lost_amount Int64 CODEC(T64, ZSTD),
    won_cycles Int64 CODEC(T64, ZSTD),
    won_cycle_micros Int64 CODEC(T64, ZSTD),
    lost_cycles Int64 CODEC(T64, ZSTD),
    lost_cycle_micros Int64 CODEC(T64, ZSTD),
    qualified Int64 CODEC(T64, ZSTD),
    qualified_won Int64 CODEC(T64, ZSTD),
    reopened Int64 CODEC(T64, ZSTD),
    credited Int64 CODEC(T64, ZSTD),
    overlay_credit Int64 CODEC(T64, ZSTD),
    quota Int64 CODEC(T64, ZSTD),
    quota_holders Int64 CODEC(T64, ZSTD),
    content_uses Int64 CODEC(T64, ZSTD),
    won_cycle_days Map(Int32, Int64) CODEC(ZSTD),
    lost_cycle_days Map(Int32, Int64) CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- A reader asks for the cohorts of one programme on one basis.
ORDER BY (generation, programme_id, basis, cohort, deal_type, month)
SETTINGS non_replicated_deduplication_window = 10000;
