-- Names of reps, of one team's where one is named.
SELECT rep_id, name
FROM rep_directory FINAL
WHERE {team:String} = '' OR rep_id IN (SELECT rep_id FROM current_rep WHERE team = {team:String})
