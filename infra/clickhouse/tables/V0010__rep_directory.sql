-- Who a rep is. Names of people are in no event and in no result: a row that is deleted here leaves
-- every number as it is. Only the role enablement_rep_directory reads it.

CREATE TABLE IF NOT EXISTS rep_directory
(
    rep_id String CODEC(ZSTD),
    name String CODEC(ZSTD),
    version UInt64 DEFAULT toUnixTimestamp64Micro(now64(6, 'UTC')) CODEC(Delta, ZSTD)
)
ENGINE = ReplacingMergeTree(version)
-- One name a rep.
ORDER BY rep_id
SETTINGS non_replicated_deduplication_window = 10000;
