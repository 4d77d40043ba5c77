-- Manifests of impact: what each run read and found, by checksums, so that whoever doubts it can
-- repeat it and see whether the same comes of it (`verify`). Rows are only ever added. Every run
-- writes its manifest before its results: nothing is shown that has none.

CREATE TABLE IF NOT EXISTS impact_manifest
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 COMMENT 'number of the run in its generation, as in programme_impact' CODEC(Delta, ZSTD),
    checkpoint UInt64 COMMENT 'published checkpoint that was read' CODEC(Delta, ZSTD),
    as_of DateTime64(6, 'UTC') COMMENT 'until when anything has happened in what was read' CODEC(Delta, ZSTD),
    written_at DateTime64(6, 'UTC') DEFAULT now64(6, 'UTC') CODEC(Delta, ZSTD),
    manifest String COMMENT 'JSON, to the byte as it was signed and as --manifest writes it' CODEC(ZSTD(3)),
    signature String ALIAS JSONExtractString(manifest, 'signature') COMMENT 'Ed25519 over the rest of the manifest, in Base64; empty where there was no key'
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
-- One manifest a run; the newest is read.
ORDER BY (generation, run)
SETTINGS non_replicated_deduplication_window = 10000;
