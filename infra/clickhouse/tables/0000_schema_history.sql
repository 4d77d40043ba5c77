-- Which files of this folder have been applied, with the hash of their text. The runner creates it
-- before anything else.

CREATE TABLE IF NOT EXISTS schema_history
(
    file String,
    sha256 String,
    applied_at DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = MergeTree
-- The runner asks for the latest application of each file.
ORDER BY (file, applied_at)
SETTINGS non_replicated_deduplication_window = 10000;
