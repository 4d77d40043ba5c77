-- What a number consists of: the numbers in its formula, the ledger entries that add up to each of
-- them, the events that caused the entries; and of numbers that are counted from facts, the rows.
-- (${functions})
--
-- A question names a metric, a period (2026-03, 2026-Q1, 2026 or all), a deal type or all, and a
-- group as scorecard_at has it: its grain, then the rep, the team, or the programme, basis and
-- cohort; what does not name the group is empty.

-- The formulas of the scorecards, as they are calculated.
CREATE OR REPLACE VIEW metric_expression AS
SELECT * FROM values('id String, expression String', ${metric_expressions});

-- Every number that a formula can have; they stand in numbers.sql.
CREATE OR REPLACE VIEW number_definition AS
SELECT *
FROM values(
    'number String, unit String, evidence String, maturing Bool, meaning String, made_of Array(String)',
    ${numbers});

-- What the formula of a metric consists of, through the other metrics that it names.
CREATE OR REPLACE VIEW formula_number AS
SELECT *
FROM values('id String, number String, evidence String', ${formula_numbers});

-- The same, and of a metric that no scorecard calculates, from what its numbers are counted.
CREATE OR REPLACE VIEW metric_number AS
SELECT *
FROM formula_number
UNION ALL
SELECT id, '' AS number, multiIf(
    topic = 'stages', 'stages',
    topic = 'load', 'open_deals',
    id = 'members', 'members',
    id = 'share_of_stale_uses', 'programme_reps', 'assignments') AS evidence
FROM metric_definition
WHERE id NOT IN (SELECT id FROM metric_expression);

-- The ledger entries of a question.
CREATE OR REPLACE VIEW explained_entry AS
WITH ${now}
${explained_entry};

CREATE OR REPLACE VIEW explained_entry_at AS
WITH ${at_moment}
${explained_entry};

-- Events by their identity. Where two contents came under one, the greater counts; the place is
-- that of the first copy.
CREATE OR REPLACE VIEW logged_event AS
SELECT
    family,
    multiIf(family = 'deal' OR family = 'content' AND rep_id = '', deal_id,
        family = 'programme', toString(programme_id), rep_id) AS aggregate,
    source, event_id,
    kind, occurred_at, recorded_at, payload, topic, partition, offset
FROM current_event_log
WHERE refused = '';

-- The entries of a question that stand, with the event that caused each: of every subject those
-- since its amount was last zero. all_entries = 1 adds those that have cancelled out.
CREATE OR REPLACE VIEW explained_part AS
WITH ${now}
${explained_part};

CREATE OR REPLACE VIEW explained_part_at AS
WITH ${at_moment}
${explained_part};

-- The reps of a question, those who did nothing included, with what is taken rep by rep. Known now
-- alone.
CREATE OR REPLACE VIEW explained_rep AS
WITH {grain:String} AS grain, ${now}, ${groups_now}
SELECT
    rep_id, latest.3 AS team, latest.4 AS role,
    rep_quota AS quota, rep_credited AS credited, attainment,
    rep_won_amount AS won_amount, rep_content_uses AS content_uses
FROM (${rep_period})
WHERE is_rep
    AND group_rep = {group_rep:String} AND group_team = {group_team:String}
    AND programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
    AND period = {period:String} AND deal_type = {deal_type:String};

-- The members of a cohort, and the event that brought each into it.
CREATE OR REPLACE VIEW explained_member AS
WITH ${now}
${explained_member};

CREATE OR REPLACE VIEW explained_member_at AS
WITH ${at_moment}
${explained_member};

-- The uses of content that are counted in the months of a question: those of reps, once each, that
-- have a time and were not taken back.
CREATE OR REPLACE VIEW explained_use AS
WITH ${now}
${explained_use};

CREATE OR REPLACE VIEW explained_use_at AS
WITH ${at_moment}
${explained_use};

-- The rows of facts that a number counts, known now alone; counted: those of them that are hits.
CREATE OR REPLACE VIEW explained_fact AS
SELECT * EXCEPT (exposures, reaches, programmes)
FROM
(
    SELECT
        'mature_deals' AS evidence, '' AS stage, deal_id AS subject,
        rep_id, toString(team) AS team, toString(role) AS role, toString(region) AS region,
        toString(deal_type) AS deal_type,
        toStartOfMonth(toDate(created_day)) AS month,
        toNullable(created_at) AS at, toString(status) AS status,
        toNullable(toFloat64(days_of(elapsed_micros))) AS days,
        status = 'won' AND ifNull(elapsed_micros <= 90 * 86400000000, false) AS counted,
        toNullable(toInt64(NULL)) AS amount_minor
    FROM mature_deal(days = 90)
    UNION ALL
    SELECT
        'starts', '', rep_id, rep_id, toString(team), toString(role), toString(region), '', month,
        NULL, if({metric:String} = 'ramp_months', 'months until a full quota', 'days until a win'),
        toFloat64(if({metric:String} = 'ramp_months', ramp.1, first_deal.1)),
        if({metric:String} = 'ramp_months', ramp.2, first_deal.2) = 1,
        NULL
    FROM rep_start
    UNION ALL
    SELECT
        'stages', toString(stage), deal_id,
        rep_id, toString(team), toString(role), toString(region), toString(deal_type),
        toStartOfMonth(toDate(local_day(at))), toNullable(at),
        if(entry = 'first', 'entered', 'last entered'),
        if(entry = 'first', NULL, toFloat64(days_of(
            if(startsWith({metric:String}, 'stage_days_cumulative'), cumulative, latest)))),
        entry = 'last' OR advanced = 1,
        NULL
    FROM stage_entry
    WHERE (entry = 'last' AND is_over) = startsWith({metric:String}, 'stage_days')
        AND (entry = 'first') != startsWith({metric:String}, 'stage_days')
) AS facts
LEFT JOIN rep_membership AS membership USING (rep_id)
CROSS JOIN all_cohorts AS everyone
WHERE evidence IN (SELECT evidence FROM metric_number WHERE id = {metric:String})
    AND stage = {stage:String}
    AND {deal_type:String} IN ('all', deal_type)
    AND arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
    AND has(
        groups_of({grain:String}, rep_id, team, role, region, month, exposures, reaches, programmes),
        ({group_rep:String}, {group_team:String},
            {programme:String}, {basis:String}, {cohort:String}));

-- Open deals today of one rep, or of the reps of a manager or a team.
CREATE OR REPLACE VIEW explained_open_deal AS
SELECT
    deal_id AS subject, rep_id, team, stage, days_in_stage AS days, stage_days_p90 AS usual_days,
    stuck = 1 AS counted, reporting_minor AS amount_minor
FROM open_deal
INNER JOIN rep_load USING (rep_id)
WHERE multiIf(
    {grain:String} = 'manager', rep_load.manager = {group_rep:String},
    {grain:String} = 'team', rep_load.team = {group_team:String},
    rep_id = {group_rep:String});

-- Work assignments of a programme made for a stage, with what became of their deals.
CREATE OR REPLACE VIEW explained_assignment AS
SELECT
    assignments.deal_id AS subject, assignments.rep_id AS rep_id, state,
    deals.status AS status, occurred_at AS at, source, event_id,
    deals.status NOT IN ('', 'deleted', 'merged') AS counted
FROM current_assignment AS assignments
LEFT JOIN current_deal AS deals ON deals.deal_id = assignments.deal_id
WHERE programme_id = {programme:String} AND assignments.stage = {stage:String}
    AND occurred_at IS NOT NULL
    AND arrayExists(span -> span.2 = {period:String}, periods_of(
        toStartOfMonth(toDate(local_day(assumeNotNull(occurred_at)))), fiscal_year_start()));

-- Uses of a programme's content, its audience, and the deals that the audience closed, rep by rep.
-- Known now alone.
CREATE OR REPLACE VIEW explained_programme_rep AS
SELECT
    rep_id, max(in_audience) = 1 AS is_audience,
    sum(uses) AS content_uses, sum(uses_on_deals) AS uses_on_deals,
    sum(judged_uses) AS judged, sum(stale_uses) AS stale, sum(closed) AS closed_deals
FROM programme_rep_month
WHERE programme_id = {programme:String} AND rep_id != ''
    AND arrayExists(span -> span.2 = {period:String}, periods_of(month, fiscal_year_start()))
GROUP BY rep_id
HAVING is_audience OR content_uses > 0;
