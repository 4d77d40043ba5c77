-- Numbers that had been shown and are others now, each with how many events made it so.
SELECT standing, result, rep_id, team, programme_id, basis, cohort, month, part, unit, meaning,
    any(shown_then) AS then_shown, any(shown_now) AS now_shown,
    count() AS causes, max(recorded_at) AS last_recorded_at
FROM restatement(since = {since:String}, programme = {programme:String}, basis = {basis:String},
    cohort = {cohort:String}, rep = '', team = {team:String}, period = {period:String},
    metric = {metric:String})
WHERE standing IN ('restated', 'maturing') AND bucket = 0
    AND ({of_cohorts:UInt8} = 1) = (result = 'cohort_metric')
GROUP BY standing, result, rep_id, team, programme_id, basis, cohort, month, part, bucket, unit,
    meaning
ORDER BY standing = 'restated' DESC, unit = 'money' DESC, abs(now_shown - then_shown) DESC,
    result, rep_id, programme_id, cohort, month, part
LIMIT 200
