-- Won deals by weeks from creation to the win, before and after, beside comparable reps.
SELECT side, programme_id, basis, cohort AS time, least(intDiv(days, 7), 26) AS week,
    sum(deals_of_day) AS deals
FROM chosen_period_at(as_of = {as_of:String}, programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
ARRAY JOIN mapKeys(won_cycle_days) AS days, mapValues(won_cycle_days) AS deals_of_day
WHERE period_kind = 'all' AND deal_type = {deals:String}
GROUP BY side, programme_id, basis, time, week
ORDER BY side, programme_id, basis, time, week
