-- Of a formula that has parts alone.
SELECT {metric:Identifier} AS value, {low:Identifier} AS low, {high:Identifier} AS high
FROM chosen_parts(programme = {programme:String}, basis = {basis:String},
    team = {group_team:String}, role = {role:String}, region = {region:String}, by_time = 0)
WHERE side = {side:String} AND programme_id = {programme:String} AND basis = {basis:String}
    AND cohort = {cohort:String} AND period = {period:String} AND deal_type = {deals:String}
