SELECT * FROM current_programme_maturity ORDER BY programme_id
