SELECT reason, letter_id, topic, partition, offset, origin, detail, record_at, replayed_at,
    left(if(isValidUTF8(payload), payload, hex(payload)), 300) AS beginning
FROM current_dead_letter
ORDER BY reason, record_at DESC, offset DESC
LIMIT 3 BY reason
