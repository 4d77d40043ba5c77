SELECT * FROM current_programme_roi ORDER BY programme_id, basis
