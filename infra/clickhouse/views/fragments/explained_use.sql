-- Reads what the entries of a question read.
SELECT
    uses.rep_id AS rep_id, kind, content_id, content_version, deal_id,
    source, event_id, occurred_at, recorded_at, topic, partition, offset
FROM
(
    SELECT
        *, assumeNotNull(event_log.occurred_at) AS used_at,
        toStartOfMonth(toDate(local_day(used_at))) AS month
    FROM current_event_log AS event_log
    WHERE family = 'content' AND refused = '' AND rep_id != '' AND kind != 'VOIDED'
        AND event_log.occurred_at IS NOT NULL AND time_quality != 'UNKNOWN'
        AND (rep_id, source, event_id) NOT IN
        (
            SELECT rep_id, target_source, target_id
            FROM current_event_log
            WHERE family = 'content' AND kind = 'VOIDED' AND refused = ''
        )
    ORDER BY recorded_at DESC, partition, offset
    LIMIT 1 BY rep_id, source, event_id
) AS uses
ASOF LEFT JOIN current_rep AS label
    ON label.rep_id = uses.rep_id AND label.valid_from <= uses.used_at
WHERE (uses.rep_id, month, label.team, label.role, label.region) IN
(
    SELECT rep_id, month, toString(team), toString(role), toString(region)
    FROM (${explained_entry})
    WHERE subject = 'content'
)
