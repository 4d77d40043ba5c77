-- Of each topic what the job of the numbers has read, and up to when.
SELECT source, sum(read) AS records, max(until) AS read_until,
    maxIf(committed_at, read > 0) AS last_read_at
FROM
(
    SELECT committed_at, source, records_in[source] AS read,
        if(mapContains(watermark, source), toNullable(watermark[source]), NULL) AS until
    FROM current_status
    ARRAY JOIN mapKeys(records_in) AS source
    WHERE job = 'cohort-metrics'
)
GROUP BY source
ORDER BY source
