SELECT *
FROM explained_rep(grain = {grain:String}, group_rep = {group_rep:String},
    group_team = {group_team:String}, programme = {programme:String}, basis = {basis:String},
    cohort = {cohort:String}, period = {period:String}, deal_type = {deals:String})
ORDER BY attainment DESC NULLS LAST, won_amount DESC, rep_id
