-- Whose numbers belong to which group: reps, teams, the company, cohorts and their counterparts.
-- A view is of now; its twin ending in _at takes the moment up to which publications count, and adds
-- up the ledgers. What is in no ledger (facts, employment) is known now alone. What twins share
-- stands in fragments, which name what they read: a view that is not of now puts its own in the
-- place of that. The parts are filled in from parts.properties. (${functions})

-- The months of reps, added up from the ledger.
CREATE OR REPLACE VIEW rep_month_at AS
SELECT
    rep_id, team, role, region, deal_type, month, programme_id,
    ${parts_of_ledger}
FROM
(
    SELECT
        rep_id, team, role, region, deal_type, month, programme_id, part, bucket,
        sum(rep_ledger.amount) AS amount
    FROM rep_ledger
    WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
        AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
    GROUP BY rep_id, team, role, region, deal_type, month, programme_id, part, bucket
    HAVING amount != 0
)
GROUP BY rep_id, team, role, region, deal_type, month, programme_id;

CREATE OR REPLACE VIEW exposure_at AS
SELECT rep_id, programme_id, basis, cohort
FROM membership_ledger
WHERE generation = (SELECT generation FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
    AND checkpoint <= (SELECT checkpoint FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')}))
GROUP BY rep_id, programme_id, basis, cohort
HAVING sum(amount) > 0;

-- Every month in which a rep was employed, under the labels of that time. Who was there always, as
-- far as anybody knows, was there since the first month with numbers.
CREATE OR REPLACE VIEW employed_month AS
SELECT
    rep_id, team, role, region, valid_from AS label_since,
    arrayJoin(arrayMap(
        month -> addMonths(first_month, month),
        range(toUInt32(greatest(0, 1 + dateDiff('month', first_month, last_month)))))) AS month
FROM
(
    SELECT
        rep_id, team, role, region, valid_from,
        toStartOfMonth(toDate(greatest(
            local_day(valid_from), (SELECT min(month) FROM current_rep_month)))) AS first_month,
        toStartOfMonth(toDate(least(
            ifNull(local_day(subtractMicroseconds(valid_to, 1)), (SELECT day FROM data_until)),
            (SELECT day FROM data_until)))) AS last_month
    FROM current_rep
    WHERE employment = 'employed'
);

-- The first and the last month in which anything happened: people are employed before, and have
-- quotas after.
CREATE OR REPLACE VIEW busy_month AS
WITH months AS (SELECT * FROM current_rep_month)
${busy_month};

CREATE OR REPLACE VIEW busy_month_at AS
WITH months AS (SELECT * FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')}))
${busy_month};

-- The newest definition of each programme.
CREATE OR REPLACE VIEW newest_programme AS
SELECT *
FROM current_programme
ORDER BY definition DESC, recorded_at DESC, source DESC, event_id DESC
LIMIT 1 BY programme_id;

-- All that counts for a rep in a month, under the labels of that time: the parts, the months in which
-- a rep was employed and did nothing, the deals that are old enough for the horizon, and the starts of
-- those who were hired. Columns to be added up.
CREATE OR REPLACE VIEW rep_fact AS
WITH months AS (SELECT * FROM current_rep_month)
${parts_as_facts}
UNION ALL
SELECT
    rep_id, team, role, region, deal_type, month, '' AS of_programme,
    label_since, mature_created, mature_won, first_deals, ramps,
    ${no_parts}
FROM
(
    SELECT
        rep_id, team, role, region, deal_type, month, toDateTime64(0, 6, 'UTC') AS label_since,
        mature_created, mature_won, [] AS first_deals, [] AS ramps
    FROM mature_month(days = 90)
    UNION ALL
    SELECT rep_id, team, role, region, '', month, label_since, 0, 0, [], []
    FROM employed_month
    UNION ALL
    SELECT
        rep_id, team, role, region, '', month, toDateTime64(0, 6, 'UTC'),
        0, 0, [first_deal], [ramp]
    FROM rep_start
) AS facts;

-- Of an earlier moment the parts alone are known.
CREATE OR REPLACE VIEW rep_fact_at AS
WITH months AS (SELECT * FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')}))
${parts_as_facts};

-- Of each rep: the cohorts, and when each programme first came, by enrolment, training or waiver.
CREATE OR REPLACE VIEW rep_membership AS
WITH
    exposures AS (SELECT * FROM current_exposure),
    months AS (SELECT * FROM current_rep_month)
${rep_membership};

CREATE OR REPLACE VIEW rep_membership_at AS
WITH
    exposures AS (SELECT * FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')})),
    months AS (SELECT * FROM rep_month_at(as_of = {as_of:DateTime64(6, 'UTC')}))
${rep_membership};

-- One row: all programmes with their audiences as they are defined today, and their cohorts. A
-- programme that was never defined has no audience, and its cohorts no counterpart.
CREATE OR REPLACE VIEW all_cohorts AS
WITH exposures AS (SELECT * FROM current_exposure)
${all_cohorts};

CREATE OR REPLACE VIEW all_cohorts_at AS
WITH exposures AS (SELECT * FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')}))
${all_cohorts};

-- The numbers of each rep of a group in a period; a quarter is the sum of its months.
CREATE OR REPLACE VIEW group_rep_period AS
WITH {grain:String} AS grain, ${now}, ${groups_now}
${rep_period};

CREATE OR REPLACE VIEW group_rep_period_at AS
WITH {grain:String} AS grain, ${at_moment}, ${groups}
${rep_period};

-- The numbers of each group in a period.
CREATE OR REPLACE VIEW group_period AS
WITH {grain:String} AS grain, ${now}, ${groups_now}
${group_period};

CREATE OR REPLACE VIEW group_period_at AS
WITH {grain:String} AS grain, ${at_moment}, ${groups}
${group_period};
