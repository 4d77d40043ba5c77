-- The ledger entries of a question. Reads rep_entries, rep_membership and all_cohorts.
SELECT
    checkpoint, rep_id, team, role, region, deal_type, month, programme_id,
    part, bucket, subject, amount, cause_family, cause_source, cause_id
FROM (${metric_entry}) AS entries
LEFT JOIN rep_membership AS membership USING (rep_id)
CROSS JOIN all_cohorts AS everyone
WHERE if({grain:String} = 'programme',
    entries.programme_id = {programme:String},
    ({programme:String} = '' OR entries.programme_id IN ('', {programme:String}))
        AND has(
            groups_of({grain:String}, rep_id, team, role, region, month,
                exposures, reaches, programmes),
            ({group_rep:String}, {group_team:String},
                {programme:String}, {basis:String}, {cohort:String})))
