-- By what the newest run of the estimator can be repeated.
SELECT run, checkpoint, as_of, written_at, manifest, signature != '' AS signed,
    JSONExtractString(manifest, 'code') AS code,
    JSONExtractString(manifest, 'settings_hash') AS settings_hash,
    arraySum(arrayMap(range -> JSONExtractUInt(range, 'records'),
        JSONExtractArrayRaw(manifest, 'event_log'))) AS records,
    arraySum(arrayMap(rows -> rows.2, JSONExtractKeysAndValues(manifest, 'rows', 'UInt64')))
        AS found
FROM current_impact_manifest
ORDER BY run DESC
LIMIT 1
