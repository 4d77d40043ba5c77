SELECT * FROM programme_evaluation ORDER BY payback_end_at, programme_id
