-- What the reps of a team, or one rep, have open today.
SELECT sum({metric:Identifier}) AS value
FROM rep_load
WHERE if({grain:String} = 'team', team = {group_team:String}, rep_id = {group_rep:String})
