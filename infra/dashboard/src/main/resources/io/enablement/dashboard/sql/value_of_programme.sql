SELECT {metric:Identifier} AS value
FROM programme_scorecard_at(as_of = {as_of:String})
WHERE programme_id = {programme:String} AND period = {period:String}
