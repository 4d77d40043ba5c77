SELECT touches.position AS position, touches.touch_type AS touch_type, kind,
    touches.occurred_at AS occurred_at, touches.rep_id AS rep_id, programmes.programme_id AS programme_id,
    touches.course_id AS course_id, touches.content_id AS content_id, linked_by,
    credits.models AS models
FROM (SELECT * FROM current_touch WHERE deal_id = {deal:String}) AS touches
LEFT JOIN
(
    SELECT position, programme_id FROM programme_touch WHERE deal_id = {deal:String}
) AS programmes ON programmes.position = touches.position
LEFT JOIN
(
    SELECT position, mapFromArrays(groupArray(toString(model)), groupArray(ifNull(amount_minor, 0)))
        AS models
    FROM current_attribution_credit
    WHERE deal_id = {deal:String}
    GROUP BY position
) AS credits ON credits.position = touches.position
ORDER BY position
