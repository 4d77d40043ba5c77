-- What the dashboard asks beyond the scorecards: the same formulas for the reps of a team, role and
-- region, and for cohorts before and after their start. (${functions})

-- The facts of cohorts and of their controls (side), of those reps alone whose team, role and region
-- of the time, and of those groups whose programme and basis, are the named ones; '' names all. Split
-- by time = 1 tells apart what came before the cohort's month (cohort 'before') from the rest
-- ('after'); the cohorts of a programme are then together, and who is the control of several counts
-- once. Cohorts are chosen before they meet the reps: each of them looks at every fact.
CREATE OR REPLACE VIEW chosen_fact_at AS
SELECT
    group.1 AS group_rep, '' AS group_team, group.2 AS programme_id, group.3 AS basis,
    group.4 AS cohort, true AS counts,
    * EXCEPT (groups, group)
FROM
(
    SELECT
        arrayDistinct(arrayMap(
            member -> (
                member.1, member.2.3, member.2.4,
                if({by_time:UInt8} = 0, member.2.5,
                    if(month < toDate(member.2.5 || '-01'), 'before', 'after'))),
            arrayFilter(
                member -> of_programme IN ('', member.2.3),
                arrayConcat(
                    arrayMap(own -> ('cohort', own),
                        groups_of('cohort_team', rep_id, team, role, region, month,
                            exposures, reaches, cohorts)),
                    arrayMap(other -> ('controls', other),
                        groups_of('control_team', rep_id, team, role, region, month,
                            exposures, reaches, cohorts)))))) AS groups,
        * EXCEPT (exposures, reaches, cohorts, of_programme)
    FROM
    (
        SELECT *
        FROM rep_fact_at(as_of = {as_of:DateTime64(6, 'UTC')})
        WHERE {team:String} IN ('', toString(team))
            AND {role:String} IN ('', toString(role))
            AND {region:String} IN ('', toString(region))
            AND ({programme:String} = '' OR of_programme IN ('', {programme:String}))
    ) AS facts
    LEFT JOIN
    (
        SELECT
            rep_id,
            arrayFilter(own -> {programme:String} IN ('', own.1) AND {basis:String} IN ('', own.2),
                every.exposures) AS exposures,
            arrayFilter(reach -> {programme:String} IN ('', reach.1), every.reaches) AS reaches
        FROM rep_membership_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS every
    ) AS membership USING (rep_id)
    CROSS JOIN
    (
        SELECT
            arrayFilter(
                cohort -> {programme:String} IN ('', cohort.1) AND {basis:String} IN ('', cohort.2),
                every.cohorts) AS cohorts
        FROM all_cohorts_at(as_of = {as_of:DateTime64(6, 'UTC')}) AS every
    ) AS everyone
)
ARRAY JOIN groups AS group;

CREATE OR REPLACE VIEW chosen_rep_period_at AS
SELECT
    group_rep AS side,
    ${numbers_of_rep}
FROM chosen_fact_at(as_of = {as_of:DateTime64(6, 'UTC')},
    programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String},
    by_time = {by_time:UInt8}) AS facts
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end, rep_id;

CREATE OR REPLACE VIEW chosen_period_at AS
SELECT
    group_rep AS side,
    ${numbers_of_group}
FROM chosen_rep_period_at(as_of = {as_of:DateTime64(6, 'UTC')},
    programme = {programme:String}, basis = {basis:String},
    team = {team:String}, role = {role:String}, region = {region:String},
    by_time = {by_time:UInt8})
GROUP BY
    group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end;

CREATE OR REPLACE VIEW chosen_scorecard_at AS
SELECT
    side, programme_id, basis, cohort, deal_type, period_kind, period, period_start, period_end,
    ${metrics}
FROM
(
    SELECT *, deal_type = 'all' AS together
    FROM chosen_period_at(as_of = {as_of:DateTime64(6, 'UTC')},
        programme = {programme:String}, basis = {basis:String},
        team = {team:String}, role = {role:String}, region = {region:String},
        by_time = {by_time:UInt8})
) AS parts
CROSS JOIN
(
    SELECT
        max(occurred_until) AS moment,
        is_now({as_of:DateTime64(6, 'UTC')}) AS with_idle
    FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')})
) AS shown;

-- The events of deals without their raw bytes.
CREATE OR REPLACE VIEW deal_event AS
SELECT
    deal_id, kind, source, event_id, occurred_at, recorded_at, time_quality, owner, stage,
    amount_minor, currency, qualification, loss_reason, merged_into, topic, partition, offset
FROM current_event_log
WHERE topic = 'deal-events' AND family = 'deal' AND refused = '';

-- What each run said of each programme by the outcome that leads.
CREATE OR REPLACE VIEW impact_history AS
SELECT
    run, checkpoint, as_of, programme_id, basis, outcome, verdict, reasons, estimate, low, high,
    draws, seed
FROM programme_impact FINAL
WHERE generation = (SELECT generation FROM active_generation) AND leads = 1;
