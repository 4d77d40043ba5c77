SELECT * FROM current_programme_forecast ORDER BY programme_id, recorded_at
