-- How results spread after the start, beside comparable reps: won deals by weeks from creation to the
-- win, and reps with a quota by fifths of their attainment.
SELECT side, programme_id, basis, bin.1 AS of, bin.2 AS place, sum(bin.3) AS count
FROM chosen_rep_period_at(as_of = {as_of:String}, programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String}, by_time = 1)
ARRAY JOIN arrayConcat(
    if(deal_type = {deals:String},
        arrayMap(
            (days, deals) -> ('cycle', least(intDiv(days, 7), 26), toInt64(deals)),
            mapKeys(won_cycle_days), mapValues(won_cycle_days)),
        []),
    if(deal_type = 'all' AND attainment IS NOT NULL,
        [('attainment', least(toInt32(floor(ifNull(attainment, 0) * 5)), 10), toInt64(1))],
        [])) AS bin
WHERE period_kind = 'all' AND cohort = 'after'
GROUP BY side, programme_id, basis, of, place
ORDER BY side, programme_id, basis, of, place
