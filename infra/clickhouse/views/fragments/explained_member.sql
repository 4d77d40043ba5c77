-- Reads member_entries.
SELECT
    members.rep_id AS rep_id, exposed_by.1 AS source, exposed_by.2 AS event_id,
    events.event.1 AS kind, events.event.2 AS occurred_at, events.event.3 AS recorded_at,
    events.place.1 AS topic, events.place.2 AS partition, events.place.3 AS offset,
    copies
FROM
(
    SELECT rep_id, argMax((toString(cause_source), cause_id), (checkpoint, amount)) AS exposed_by
    FROM member_entries
    WHERE programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
    GROUP BY rep_id
    HAVING sum(amount) > 0
) AS members
LEFT JOIN
(
    SELECT
        aggregate, source, event_id,
        argMax((toString(kind), occurred_at, recorded_at), (recorded_at, payload)) AS event,
        argMin((toString(topic), partition, offset), (partition, offset)) AS place,
        count() AS copies
    FROM logged_event
    WHERE family = 'training'
    GROUP BY aggregate, source, event_id
) AS events
    ON events.aggregate = members.rep_id
        AND events.source = exposed_by.1 AND events.event_id = exposed_by.2
