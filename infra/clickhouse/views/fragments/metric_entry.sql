-- The ledger entries of a metric in a period. Reads rep_entries.
SELECT *
FROM rep_entries
WHERE part IN (SELECT number FROM formula_number WHERE id = {metric:String} AND evidence = 'ledger')
    AND ({group_rep:String} = '' OR rep_id = {group_rep:String})
    AND {deal_type:String} IN ('all', deal_type)
    AND arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
