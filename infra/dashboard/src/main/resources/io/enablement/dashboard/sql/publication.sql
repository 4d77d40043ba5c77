-- What is published, and a text that changes whenever any number may have changed: an idle job
-- publishes checkpoints in which it has read nothing.
SELECT
    (SELECT generation FROM active_generation) AS generation,
    maxIf(number, job = 'cohort-metrics') AS checkpoint,
    maxOrNullIf(committed_at, job = 'cohort-metrics') AS published_at,
    maxOrNullIf(greatest_occurred_at, job = 'cohort-metrics') AS occurred_until,
    concat(
        toString(maxIf(number, job = 'cohort-metrics' AND something_read)), ' ',
        toString(maxIf(number, job = 'attribution' AND something_read)), ' ',
        toString(maxIf(number, job = 'event-archive' AND something_read)), ' ',
        toString((SELECT max(run) FROM newest_impact_run)), ' ',
        toString((SELECT max(run) FROM current_attribution_model))) AS edition
FROM
(
    SELECT
        job, checkpoint AS number, committed_at, greatest_occurred_at,
        arraySum(mapValues(records_in)) > 0 AS something_read
    FROM current_status
)
