-- Attribution: the journey of every deal that is over, the touches on its way in their order, and
-- how each model divides the won amount among them: a decomposition of what happened together, not
-- proof of cause.
--
-- A touch is identified by its family, rep (or deal, where no rep is named), source and id. One
-- that names a deal is linked to it (linked_by 'deal'), any other to the deals whose owner at its
-- time the rep was (linked_by 'owner'). origin_deal_id is the deal that linked it: the deal itself,
-- or one that was merged into it.

CREATE TABLE IF NOT EXISTS journey
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    deal_id String CODEC(ZSTD),
    outcome LowCardinality(String),
    owner String CODEC(ZSTD),
    created_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    qualified_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    closed_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD),
    amount_minor Nullable(Int64) CODEC(T64, ZSTD),
    touches UInt32 CODEC(T64, ZSTD),
    touches_left_out UInt32 CODEC(T64, ZSTD),
    flags Array(LowCardinality(String))
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- In the order of the deals, touches and credits that it is joined to.
ORDER BY (generation, deal_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS touch
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    deal_id String CODEC(ZSTD),
    position UInt32 CODEC(T64, ZSTD),
    family LowCardinality(String),
    touch_type LowCardinality(String),
    kind LowCardinality(String),
    source LowCardinality(String),
    id String CODEC(ZSTD),
    occurred_at DateTime64(6, 'UTC') CODEC(T64, ZSTD),
    rep_id String CODEC(ZSTD),
    programme_id LowCardinality(String),
    course_id LowCardinality(String),
    content_id String CODEC(ZSTD),
    content_version LowCardinality(String),
    linked_by LowCardinality(String),
    origin_deal_id String CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The touches of a journey lie together in their order, from 1 on.
ORDER BY (generation, deal_id, position)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS attribution_credit
(
    generation UInt32 CODEC(Delta, ZSTD),
    version UInt64 CODEC(Delta, ZSTD),
    is_deleted UInt8 CODEC(ZSTD),
    deal_id String CODEC(ZSTD),
    model LowCardinality(String),
    position UInt32 CODEC(T64, ZSTD),
    family LowCardinality(String),
    source LowCardinality(String),
    id String CODEC(ZSTD),
    rep_id String CODEC(ZSTD),
    touch_type LowCardinality(String),
    programme_id LowCardinality(String),
    course_id LowCardinality(String),
    content_id String CODEC(ZSTD),
    content_version LowCardinality(String),
    weight Float64 CODEC(ZSTD),
    amount_minor Nullable(Int64) CODEC(T64, ZSTD),
    closed_at Nullable(DateTime64(6, 'UTC')) CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY generation
-- The credits of one deal and model lie together, as they are added up. A touch without weight has
-- no row; what no touch led to is 'unattributed' at position 0.
ORDER BY (generation, deal_id, model, position)
SETTINGS non_replicated_deduplication_window = 10000;

-- What the models that look at all journeys together give each programme or content (dimension),
-- run by run, each at the published checkpoint whose journeys it read. 'unattributed' is what was
-- won without a touch. Low and high bound the 95 % interval of the share.
CREATE TABLE IF NOT EXISTS attribution_model
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(Delta, ZSTD),
    dimension LowCardinality(String),
    model LowCardinality(String),
    model_order UInt8 CODEC(ZSTD),
    channel String CODEC(ZSTD),
    conversions Float64 CODEC(ZSTD),
    value_minor Int64 CODEC(T64, ZSTD),
    share Nullable(Float64) CODEC(ZSTD),
    share_low Nullable(Float64) CODEC(ZSTD),
    share_high Nullable(Float64) CODEC(ZSTD),
    removal_effect Nullable(Float64) CODEC(ZSTD),
    journeys UInt64 CODEC(T64, ZSTD),
    won UInt64 CODEC(T64, ZSTD),
    draws UInt32 CODEC(T64, ZSTD),
    seed Int64 CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
-- The newest run of a model is read together; the runs before it stay.
ORDER BY (generation, dimension, model, model_order, run, channel)
SETTINGS non_replicated_deduplication_window = 10000;
