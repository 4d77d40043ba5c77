SELECT id, label, unit, formula, null_means, remarks FROM metric_definition
