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
        arrayJoin(arrayConcat(
            [
            ('created', toInt32(0), created),
            ('created_amount', toInt32(0), created_amount),
            ('created_won', toInt32(0), created_won),
            ('won', toInt32(0), won),
            ('lost', toInt32(0), lost),
            ('dropped', toInt32(0), dropped),
            ('won_priced', toInt32(0), won_priced),
            ('won_amount', toInt32(0), won_amount),
            ('lost_amount', toInt32(0), lost_amount),
            ('won_cycles', toInt32(0), won_cycles),
            ('won_cycle_micros', toInt32(0), won_cycle_micros),
            ('lost_cycles', toInt32(0), lost_cycles),
            ('lost_cycle_micros', toInt32(0), lost_cycle_micros),
            ('qualified', toInt32(0), qualified),
            ('qualified_won', toInt32(0), qualified_won),
            ('reopened', toInt32(0), reopened),
            ('credited', toInt32(0), credited),
            ('overlay_credit', toInt32(0), overlay_credit),
            ('quota', toInt32(0), quota),
            ('quota_holders', toInt32(0), quota_holders),
            ('content_uses', toInt32(0), content_uses),
            ('created_qualified', toInt32(0), created_qualified),
            ('open_due', toInt32(0), open_due),
            ('open_due_amount', toInt32(0), open_due_amount),
            ('content_uses_on_deals', toInt32(0), content_uses_on_deals),
            ('requested', toInt32(0), requested),
            ('requests_fulfilled', toInt32(0), requests_fulfilled),
            ('enrolled', toInt32(0), enrolled),
            ('enrolled_completed', toInt32(0), enrolled_completed),
            ('started', toInt32(0), started),
            ('completed', toInt32(0), completed),
            ('waived', toInt32(0), waived),
            ('completion_times', toInt32(0), completion_times),
            ('completion_micros', toInt32(0), completion_micros),
            ('passed', toInt32(0), passed),
            ('failed', toInt32(0), failed),
            ('scores', toInt32(0), scores),
            ('score_millionths', toInt32(0), score_millionths),
            ('surveys', toInt32(0), surveys),
            ('survey_millionths', toInt32(0), survey_millionths),
            ('assignments_submitted', toInt32(0), assignments_submitted),
            ('assignments_approved', toInt32(0), assignments_approved),
            ('coached', toInt32(0), coached)
            ],
            arrayMap((day, deals) -> ('won_cycle_days', day, deals),
                mapKeys(won_cycle_days), mapValues(won_cycle_days)),
            arrayMap((day, deals) -> ('lost_cycle_days', day, deals),
                mapKeys(lost_cycle_days), mapValues(lost_cycle_days)),
            arrayMap((day, reps) -> ('completion_days', day, reps),
                mapKeys(completion_days), mapValues(completion_days)))) AS entry
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
