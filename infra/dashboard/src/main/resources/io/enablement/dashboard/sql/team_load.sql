SELECT team, countIf(employment = 'employed') AS employed, sum(rep_load.open_deals) AS open_deals,
    sum(rep_load.open_amount_minor) AS open_amount_minor, sum(rep_load.stuck_deals) AS stuck_deals
FROM rep_load
WHERE {team:String} IN ('', team) AND team != ''
GROUP BY team
ORDER BY team
