SELECT *
FROM explained_member_at(as_of = {as_of:String}, programme = {programme:String},
    basis = {basis:String}, cohort = {cohort:String})
ORDER BY occurred_at, rep_id
