SELECT month, rep_id, team, part, ledger.amount AS amount, bucket, cause_source, cause_id,
    checkpoint, number_definition.unit AS unit, number_definition.meaning AS meaning
FROM
(
    SELECT * FROM current_rep_ledger WHERE subject = {deal:String}
) AS ledger
INNER JOIN number_definition ON number_definition.number = ledger.part
ORDER BY checkpoint, month, part, ledger.amount
