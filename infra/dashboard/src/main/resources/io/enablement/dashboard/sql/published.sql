SELECT job, max(checkpoint) AS checkpoint, max(committed_at) AS published_at,
    sum(arraySum(mapValues(records_in))) AS records, sum(current_status.duplicates) AS duplicates,
    sum(current_status.dead_letters) AS dead_letters,
    max(current_status.greatest_occurred_at) AS occurred_until
FROM current_status
GROUP BY job
ORDER BY job
