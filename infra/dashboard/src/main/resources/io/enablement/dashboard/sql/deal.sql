-- A deal, of the team where one is named: the team of its owner at the close, else today's.
SELECT deals.*, label.team AS team
FROM
(
    SELECT *, if(closed_owner = '', owner, closed_owner) AS whose,
        ifNull(closed_at, (SELECT moment FROM data_until)) AS at
    FROM current_deal
    WHERE deal_id = {deal:String}
) AS deals
ASOF LEFT JOIN current_rep AS label ON label.rep_id = deals.whose AND label.valid_from <= deals.at
WHERE {team:String} IN ('', label.team)
