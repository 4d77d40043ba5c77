-- What the formula of each metric consists of.
SELECT id, number, metric_number.evidence AS evidence, unit, meaning
FROM metric_number
LEFT JOIN number_definition USING (number)
ORDER BY id, evidence, number
