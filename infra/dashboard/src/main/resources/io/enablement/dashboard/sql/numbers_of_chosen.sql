-- The numbers of a formula; no formula has more.
SELECT {number_1:Identifier}, {number_2:Identifier}, {number_3:Identifier},
    {number_4:Identifier}, {number_5:Identifier}, {number_6:Identifier}
FROM chosen_period_at(as_of = {as_of:String}, programme = {programme:String},
    basis = {basis:String}, team = {group_team:String}, role = {role:String},
    region = {region:String}, by_time = 0)
WHERE side = {side:String} AND programme_id = {programme:String} AND basis = {basis:String}
    AND cohort = {cohort:String} AND period = {period:String} AND deal_type = {deals:String}
