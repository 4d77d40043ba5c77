SELECT * FROM current_leading_to_lagging ORDER BY programme_id, skill DESC NULLS LAST
