SELECT {metric:Identifier} AS value
FROM stage_metric(grain = {grain:String})
WHERE stage = {stage:String} AND period = {period:String} AND deal_type = {deals:String}
    AND group_rep = {group_rep:String} AND group_team = {group_team:String}
    AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
