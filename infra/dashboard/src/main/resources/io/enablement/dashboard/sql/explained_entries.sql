SELECT subject, rep_id, team, deal_type, month, part, bucket, amount, family, source, event_id,
    kind, occurred_at, recorded_at, topic, partition, offset
FROM explained_part_at(as_of = {as_of:String}, metric = {metric:String}, period = {period:String},
    deal_type = {deals:String}, grain = {grain:String}, group_rep = {group_rep:String},
    group_team = {group_team:String}, programme = {programme:String}, basis = {basis:String},
    cohort = {cohort:String}, all_entries = 0)
WHERE {role:String} IN ('', toString(role)) AND {region:String} IN ('', toString(region))
ORDER BY part, abs(amount) DESC, subject, occurred_at, event_id
