-- Won deals by weeks from creation to the win, before and after, beside comparable reps.
SELECT side, programme_id, basis, cohort AS time, week, sum(deals) AS deals
FROM
(
    SELECT side, programme_id, basis, cohort, least(intDiv(days, 7), 26) AS week, deals
    FROM
    (
        SELECT 'cohort' AS side, *
        FROM chosen_period_at(as_of = {as_of:String}, grain = 'cohort_team',
        programme = {programme:String}, basis = {basis:String},
        team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
        UNION ALL
        SELECT 'controls' AS side, *
        FROM chosen_period_at(as_of = {as_of:String}, grain = 'control_team',
        programme = {programme:String}, basis = {basis:String},
        team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
    )
    ARRAY JOIN mapKeys(won_cycle_days) AS days, mapValues(won_cycle_days) AS deals
    WHERE period_kind = 'all' AND deal_type = {deals:String}
)
GROUP BY side, programme_id, basis, time, week
ORDER BY side, programme_id, basis, time, week
