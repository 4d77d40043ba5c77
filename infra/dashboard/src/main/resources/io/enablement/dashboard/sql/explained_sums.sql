SELECT part, sum(amount) AS total, count() AS entries, uniqExact(subject, rep_id) AS subjects,
    uniqExact(rep_id) AS reps
FROM explained_part(as_of = {as_of:String}, metric = {metric:String}, period = {period:String},
    deal_type = {deals:String}, grain = {grain:String}, group_rep = {group_rep:String},
    group_team = {group_team:String}, programme = {programme:String}, basis = {basis:String},
    cohort = {cohort:String}, all_entries = 0)
GROUP BY part
ORDER BY part
