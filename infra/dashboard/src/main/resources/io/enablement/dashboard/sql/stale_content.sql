SELECT * FROM stale_content_touch ORDER BY stale_touches DESC, content_id, content_version LIMIT 50
