-- Reps with a quota by fifths of their attainment, before and after, beside comparable reps.
SELECT side, programme_id, basis, cohort AS time,
    least(toInt32(floor(attainment * 5)), 10) AS fifth, count() AS reps
FROM chosen_rep_period_at(as_of = {as_of:String}, programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
WHERE period_kind = 'all' AND deal_type = 'all' AND attainment IS NOT NULL
GROUP BY side, programme_id, basis, time, fifth
ORDER BY side, programme_id, basis, time, fifth
