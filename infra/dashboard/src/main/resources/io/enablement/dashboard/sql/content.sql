-- The content of each programme: how it was used, and what travelled with it.
SELECT programme_id, used.content_id AS content_id, content_uses, reps_using,
    attributed_amount_minor, influenced_amount_minor, stale_touches
FROM
(
    SELECT programme_id, content_id, sum(uses_of_day) AS content_uses,
        uniqExact(rep_id) AS reps_using
    FROM programme_content_day
    GROUP BY programme_id, content_id
) AS used
LEFT JOIN
(
    SELECT content_id, attributed_amount_minor, influenced_amount_minor
    FROM content_attribution
    WHERE period_kind = 'all' AND model = 'linear'
) AS credit ON credit.content_id = used.content_id
LEFT JOIN
(
    SELECT content_id, sum(stale_content_touch.stale_touches) AS stale_touches
    FROM stale_content_touch
    GROUP BY content_id
) AS stale ON stale.content_id = used.content_id
ORDER BY programme_id, content_uses DESC, content_id
