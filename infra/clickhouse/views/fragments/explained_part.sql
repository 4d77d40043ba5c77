-- Reads what the entries of a question read.
SELECT
    part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket,
    net AS subject_amount,
    entry.3 AS amount,
    entry.1 AS checkpoint,
    entry.4.1 AS family, entry.4.2 AS source, entry.4.3 AS event_id,
    entry.5.1 AS kind, entry.5.2 AS occurred_at, entry.5.3 AS recorded_at,
    entry.6.1 AS topic, entry.6.2 AS partition, entry.6.3 AS offset,
    entry.7 AS copies
FROM
(
    SELECT
        part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket,
        sum(entries.amount) AS net,
        arraySort(groupArray((
            checkpoint, ifNull(toUnixTimestamp64Micro(event.3), 0), entries.amount,
            (toString(cause_family), toString(cause_source), cause_id), event, place, copies)))
            AS history,
        arrayLastIndex(total -> total = 0, arrayCumSum(entry -> entry.3, history)) AS settled,
        arraySlice(history, if({all_entries:UInt8} = 1, 0, settled) + 1) AS standing
    FROM
    (
        SELECT *, if(cause_family = 'deal', subject, rep_id) AS cause_aggregate
        FROM (${explained_entry})
    ) AS entries
    LEFT JOIN
    (
        SELECT
            family, aggregate, source, event_id,
            argMax((toString(kind), occurred_at, recorded_at), (recorded_at, payload)) AS event,
            argMin((toString(topic), partition, offset), (partition, offset)) AS place,
            count() AS copies
        FROM logged_event
        WHERE (source, event_id) IN
        (
            SELECT cause_source, cause_id FROM (${metric_entry})
        )
        GROUP BY family, aggregate, source, event_id
    ) AS events
        ON events.family = cause_family AND events.aggregate = cause_aggregate
            AND events.source = cause_source AND events.event_id = cause_id
    GROUP BY part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket
)
ARRAY JOIN standing AS entry
