SELECT *
FROM programme_scorecard_at(as_of = {as_of:String})
WHERE period_kind != 'month'
ORDER BY programme_id, period
