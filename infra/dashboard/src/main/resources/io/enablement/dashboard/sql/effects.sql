SELECT *
FROM current_programme_effect
WHERE programme_id = {programme:String} AND basis = {basis:String}
ORDER BY part, name, cohort, event_time, month
