SELECT *
FROM explained_open_deal(grain = {grain:String}, group_rep = {group_rep:String},
    group_team = {group_team:String})
ORDER BY amount_minor DESC, subject
