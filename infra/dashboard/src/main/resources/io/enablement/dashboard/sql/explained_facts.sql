SELECT *
FROM explained_fact(metric = {metric:String}, stage = {stage:String}, period = {period:String},
    deal_type = {deals:String}, grain = {grain:String}, group_rep = {group_rep:String},
    group_team = {group_team:String}, programme = {programme:String}, basis = {basis:String},
    cohort = {cohort:String})
WHERE {role:String} IN ('', role) AND {region:String} IN ('', region)
ORDER BY counted DESC, at, subject
