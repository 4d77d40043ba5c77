SELECT * FROM current_programme ORDER BY programme_id, definition, recorded_at
