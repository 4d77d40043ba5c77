SELECT * FROM impact_history ORDER BY run DESC, programme_id, basis
