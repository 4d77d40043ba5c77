-- The proof that results are the sums of their ledgers: rep_month of rep_ledger, cohort_metric of
-- rep_ledger over the members that membership_ledger names.

-- The results, one row a part and bucket of whole days (0 for a part that is no histogram). A row
-- without any part should be a tombstone: it shows as the part ''.
CREATE OR REPLACE VIEW result_part AS
SELECT
    * EXCEPT (entry, entries), entry.1 AS part, entry.2 AS bucket, entry.3 AS amount
FROM
(
    SELECT
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month,
        arrayFilter(entry -> entry.3 != 0, ${parts_as_entries}) AS entries,
        arrayJoin(if(empty(entries), [('', toInt32(0), toInt64(1))], entries)) AS entry
    FROM
    (
        SELECT
            'rep_month' AS result, rep_id, team, role, region,
            programme_id, '' AS basis, '' AS cohort,
            * EXCEPT (rep_id, team, role, region, programme_id)
        FROM current_rep_month
        UNION ALL
        SELECT
            'cohort_metric' AS result, '' AS rep_id, '' AS team, '' AS role, '' AS region,
            programme_id, basis, cohort,
            * EXCEPT (programme_id, basis, cohort)
        FROM current_cohort_metric
    )
);

-- The ledgers, one row an entry and result that it changed.
CREATE OR REPLACE VIEW ledger_part AS
SELECT
    'rep_month' AS result, rep_id, team, role, region,
    programme_id, '' AS basis, '' AS cohort,
    deal_type, month, part, bucket, amount
FROM current_rep_ledger
UNION ALL
SELECT
    'cohort_metric' AS result, '' AS rep_id, '' AS team, '' AS role, '' AS region,
    membership.programme_id, membership.basis, membership.cohort,
    deal_type, month, part, bucket, current_rep_ledger.amount * membership.times
FROM current_rep_ledger
INNER JOIN
(
    SELECT rep_id, programme_id, basis, cohort, sum(amount) AS times
    FROM current_membership_ledger
    GROUP BY rep_id, programme_id, basis, cohort
    HAVING times != 0
) AS membership ON membership.rep_id = current_rep_ledger.rep_id
-- A cohort has the parts of its own programme and those of none.
WHERE current_rep_ledger.programme_id IN ('', membership.programme_id);

-- The results of which a newer version is stored than has been published: their checkpoint is being
-- committed.
CREATE OR REPLACE VIEW unpublished_result AS
SELECT
    'rep_month' AS result, rep_id, toString(team) AS team, toString(role) AS role,
    toString(region) AS region, toString(programme_id) AS programme_id,
    '' AS basis, '' AS cohort, toString(deal_type) AS deal_type, month
FROM rep_month
WHERE generation = (SELECT generation FROM active_generation)
    AND version > (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'cohort-metrics')
UNION DISTINCT
SELECT
    'cohort_metric', '', '', '', '',
    programme_id, toString(basis), toString(cohort), toString(deal_type), month
FROM cohort_metric
WHERE generation = (SELECT generation FROM active_generation)
    AND version > (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'cohort-metrics');

-- Empty where the proof holds, whatever is being committed: ledgers are read up to the published
-- checkpoint, and a result that is ahead of it is judged once it is published.
CREATE OR REPLACE VIEW ledger_difference AS
SELECT *
FROM
(
    SELECT
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month,
        part, bucket,
        sum(ledgered) AS ledger_amount,
        sum(stored) AS result_amount
    FROM
    (
        SELECT * EXCEPT (amount), amount AS ledgered, toInt64(0) AS stored FROM ledger_part
        UNION ALL
        SELECT * EXCEPT (amount), toInt64(0) AS ledgered, amount AS stored FROM result_part
    )
    GROUP BY
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month,
        part, bucket
    HAVING ledger_amount != result_amount
)
WHERE (result, rep_id, toString(team), toString(role), toString(region), toString(programme_id),
    toString(basis), toString(cohort), toString(deal_type), month) NOT IN unpublished_result;
