-- Which numbers that had been shown at a moment are others now, and which events made them so.
-- (${functions})

-- What was shown at a moment, and what is shown now.
CREATE OR REPLACE VIEW shown_since AS
SELECT
    old.generation AS old_generation, old.checkpoint AS old_checkpoint,
    new.generation AS new_generation, new.checkpoint AS new_checkpoint,
    old.occurred_until AS old_occurred_until
FROM shown_at(as_of = {since:DateTime64(6, 'UTC')}) AS old
CROSS JOIN shown_now AS new;

-- The ledger entries, each with what it added then and what it adds now. Between two generations no
-- entry corresponds to another: the swap is the cause.
CREATE OR REPLACE VIEW rep_entry_since AS
SELECT
    rep_id, team, programme_id AS of_programme, month, part, bucket, subject,
    if(old_generation = new_generation,
        (toString(cause_family), toString(cause_source), cause_id),
        ('generation', '', toString(new_generation))) AS cause,
    amount * (generation = old_generation AND checkpoint <= old_checkpoint) AS then,
    amount * (generation = new_generation AND checkpoint <= new_checkpoint) AS now
FROM rep_ledger
CROSS JOIN shown_since(since = {since:DateTime64(6, 'UTC')}) AS shown
WHERE generation IN (old_generation, new_generation)
    AND ({period:String} = ''
        OR arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start())))
    AND ({metric:String} = ''
        OR part IN (SELECT number FROM formula_number WHERE id = {metric:String}));

-- Who was in which cohort then, and who is now.
CREATE OR REPLACE VIEW member_since AS
SELECT
    rep_id AS member, programme_id, basis, cohort,
    sumIf(amount, generation = old_generation AND checkpoint <= old_checkpoint) AS times_then,
    sumIf(amount, generation = new_generation AND checkpoint <= new_checkpoint) AS times_now,
    argMax((toString(cause_source), cause_id), (generation, checkpoint, amount)) AS moved_by
FROM membership_ledger
CROSS JOIN shown_since(since = {since:DateTime64(6, 'UTC')}) AS shown
GROUP BY rep_id, programme_id, basis, cohort
HAVING times_then != 0 OR times_now != 0;

-- The entries by the number that they add to: a rep's month, or a cohort's over its members. Who
-- has entered or left a cohort since brings all months along: the event of that is the cause.
CREATE OR REPLACE VIEW entry_since AS
SELECT
    'rep_month' AS result, rep_id, toString(team) AS team, toString(of_programme) AS programme_id,
    '' AS basis, '' AS cohort, month, part, bucket, subject, rep_id AS cause_rep, cause, then, now
FROM rep_entry_since(since = {since:DateTime64(6, 'UTC')},
    period = {period:String}, metric = {metric:String})
WHERE {programme:String} = '' AND {rep:String} IN ('', rep_id) AND {team:String} IN ('', team)
UNION ALL
SELECT
    'cohort_metric', '', '', toString(programme_id), toString(basis), toString(cohort),
    month, part, bucket,
    if(is_moved, 'membership', subject), rep_id,
    if(is_moved, ('training', moved_by.1, moved_by.2), cause),
    then * times_then, now * times_now
FROM
(
    SELECT *, times_then != times_now AND cause.1 != 'generation' AS is_moved
    FROM rep_entry_since(since = {since:DateTime64(6, 'UTC')},
        period = {period:String}, metric = {metric:String}) AS entries
    INNER JOIN member_since(since = {since:DateTime64(6, 'UTC')}) AS members
        ON members.member = entries.rep_id
    WHERE of_programme IN ('', programme_id)
)
WHERE {rep:String} = '' AND {team:String} = ''
    AND {programme:String} IN ('', programme_id)
    AND {basis:String} IN ('', basis) AND {cohort:String} IN ('', cohort);

-- Every number that is another now, with its causes, and whether it was shown then at all.
CREATE OR REPLACE VIEW changed_number AS
SELECT * EXCEPT (reasons), reason.1 AS subject, reason.2 AS cause_rep,
    reason.3.1 AS family, reason.3.2 AS source, reason.3.3 AS event_id,
    if(family = 'deal', subject, cause_rep) AS cause_aggregate,
    reason.4 AS change_by_cause
FROM
(
    SELECT
        *,
        max(shown_then != 0) OVER (
            PARTITION BY result, rep_id, team, programme_id, basis, cohort, month) AS was_shown
    FROM
    (
        SELECT
            result, rep_id, team, programme_id, basis, cohort, month, part, bucket,
            sum(then_of_cause) AS shown_then,
            sum(now_of_cause) AS shown_now,
            arrayFilter(reason -> reason.4 != 0, groupArray(
                (subject, cause_rep, cause, now_of_cause - then_of_cause))) AS reasons
        FROM
        (
            SELECT
                result, rep_id, team, programme_id, basis, cohort, month, part, bucket,
                subject, cause_rep, cause, sum(then) AS then_of_cause, sum(now) AS now_of_cause
            FROM entry_since(since = {since:DateTime64(6, 'UTC')},
                programme = {programme:String}, basis = {basis:String}, cohort = {cohort:String},
                rep = {rep:String}, team = {team:String},
                period = {period:String}, metric = {metric:String})
            GROUP BY
                result, rep_id, team, programme_id, basis, cohort, month, part, bucket,
                subject, cause_rep, cause
        )
        GROUP BY result, rep_id, team, programme_id, basis, cohort, month, part, bucket
    )
)
ARRAY JOIN reasons AS reason
WHERE shown_then != shown_now;

-- One row a number and cause. restated: the month was over and shown, and has another number now;
-- maturing: the number looks forward by definition; running: the month was not over; new: nothing
-- of the rep or cohort was shown for the month.
CREATE OR REPLACE VIEW restatement AS
SELECT
    multiIf(NOT was_shown, 'new', maturing, 'maturing',
        addMonths(month, 1) > toDate(local_day(old_occurred_until)), 'running', 'restated') AS standing,
    result, rep_id, team, programme_id, basis, cohort, month, part, bucket, unit, meaning,
    shown_then, shown_now, shown_now - shown_then AS change,
    numbers.subject AS subject, cause_rep, change_by_cause,
    numbers.family AS family, numbers.source AS source, numbers.event_id AS event_id,
    events.event.1 AS kind, events.event.2 AS occurred_at, events.event.3 AS recorded_at,
    events.place.1 AS topic, events.place.2 AS partition, events.place.3 AS offset
FROM changed_number(since = {since:DateTime64(6, 'UTC')},
    programme = {programme:String}, basis = {basis:String}, cohort = {cohort:String},
    rep = {rep:String}, team = {team:String},
    period = {period:String}, metric = {metric:String}) AS numbers
CROSS JOIN
    (SELECT old_occurred_until FROM shown_since(since = {since:DateTime64(6, 'UTC')})) AS shown
INNER JOIN number_definition ON number_definition.number = numbers.part
LEFT JOIN
(
    SELECT
        family, aggregate, source, event_id,
        argMax((toString(kind), occurred_at, recorded_at), (recorded_at, partition, offset)) AS event,
        argMin((toString(topic), partition, offset), (partition, offset)) AS place
    FROM logged_event
    GROUP BY family, aggregate, source, event_id
) AS events
    ON events.family = numbers.family AND events.aggregate = numbers.cause_aggregate
        AND events.source = numbers.source AND events.event_id = numbers.event_id;
