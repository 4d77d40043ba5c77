SELECT number, metric_number.evidence AS evidence, unit, meaning
FROM metric_number
LEFT JOIN number_definition USING (number)
WHERE id = {metric:String}
ORDER BY evidence, number
