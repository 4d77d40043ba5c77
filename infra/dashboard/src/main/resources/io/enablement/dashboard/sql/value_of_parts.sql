-- Of a formula that has parts alone.
SELECT {metric:Identifier} AS value, {low:Identifier} AS low, {high:Identifier} AS high
FROM {parts:Identifier}
WHERE period = {period:String} AND deal_type = {deals:String}
    AND group_rep = {group_rep:String} AND group_team = {group_team:String}
    AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
