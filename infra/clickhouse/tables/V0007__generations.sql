-- What each generation of results was made with: who goes on with it takes the settings from here,
-- and so do the calendars of the views. Rates are the text of their file.

CREATE TABLE IF NOT EXISTS generation_setting
(
    job LowCardinality(String),
    generation UInt32 CODEC(Delta, ZSTD),
    name LowCardinality(String),
    value String CODEC(ZSTD(3)),
    checkpoint UInt64 CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree(checkpoint)
PARTITION BY generation
-- All settings of a generation are read together.
ORDER BY (job, generation, name)
SETTINGS non_replicated_deduplication_window = 10000;
