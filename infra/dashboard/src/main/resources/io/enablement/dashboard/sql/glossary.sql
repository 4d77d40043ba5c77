SELECT definition.id AS id, label, unit, formula, null_means, remarks, expression,
    definition.id IN (SELECT name FROM system.columns
        WHERE database = currentDatabase() AND table = 'programme_scorecard') AS of_programmes,
    definition.id || '_low' IN (SELECT id FROM metric_definition) AS has_interval
FROM metric_definition AS definition
LEFT JOIN metric_expression ON metric_expression.id = definition.id
