SELECT * FROM programme_overview ORDER BY name, programme_id
