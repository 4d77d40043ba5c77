-- The proof that results are the sums of their ledgers: rep_month of rep_ledger, cohort_metric of
-- rep_ledger over the members that membership_ledger names.

-- The results, one row a part and bucket of whole days (0 for a part that is no histogram).
CREATE OR REPLACE VIEW result_part AS
SELECT
    * EXCEPT (entry), entry.1 AS part, entry.2 AS bucket, entry.3 AS amount
FROM
(
    SELECT
        result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month,
        arrayJoin(${parts_as_entries}) AS entry
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
)
WHERE amount != 0;

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

-- Empty where the proof holds. Results are ahead of the ledgers while a checkpoint is being
-- committed: read it once the job is at rest, or twice.
CREATE OR REPLACE VIEW ledger_difference AS
SELECT
    result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, part, bucket,
    sum(ledgered) AS ledger_amount,
    sum(stored) AS result_amount
FROM
(
    SELECT * EXCEPT (amount), amount AS ledgered, toInt64(0) AS stored FROM ledger_part
    UNION ALL
    SELECT * EXCEPT (amount), toInt64(0) AS ledgered, amount AS stored FROM result_part
)
GROUP BY
    result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month, part, bucket
HAVING ledger_amount != result_amount;
