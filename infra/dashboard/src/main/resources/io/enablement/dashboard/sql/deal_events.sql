-- Each event of a deal once, at the place of its first copy; of two contents the newer counts.
SELECT *
FROM
(
    SELECT *
    FROM deal_event
    WHERE deal_id = {deal:String}
    ORDER BY recorded_at DESC, partition, offset
    LIMIT 1 BY source, event_id
)
ORDER BY occurred_at, recorded_at, event_id
