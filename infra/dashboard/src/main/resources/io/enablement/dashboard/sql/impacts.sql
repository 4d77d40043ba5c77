SELECT * FROM current_programme_impact ORDER BY programme_id, basis, leads DESC, outcome
