-- What deals lack, and how many of all that is.
SELECT deal_flag AS flag, count() AS deals, any(total) AS of
FROM
(
    SELECT flags, count() OVER () AS total
    FROM current_deal
)
ARRAY JOIN flags AS deal_flag
GROUP BY flag
ORDER BY deals DESC, flag
