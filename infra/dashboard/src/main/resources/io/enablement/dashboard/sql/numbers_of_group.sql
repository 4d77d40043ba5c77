-- The numbers of a formula; no formula has more.
SELECT {number_1:Identifier}, {number_2:Identifier}, {number_3:Identifier},
    {number_4:Identifier}, {number_5:Identifier}, {number_6:Identifier}
FROM group_period_at(as_of = {as_of:String}, grain = {grain:String})
WHERE period = {period:String} AND deal_type = {deals:String}
    AND group_rep = {group_rep:String} AND group_team = {group_team:String}
    AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
