-- What would follow from the events that had been recorded by a moment: the parts of the audit, put
-- into the formulas of the scorecards. Like an earlier scorecard it lacks what no part holds:
-- employment without numbers, the horizon, starts. (${functions})

CREATE OR REPLACE VIEW known_membership AS
SELECT
    rep_id,
    groupArray((toString(programme_id), toString(basis), toString(cohort))) AS exposures
FROM audited_exposure(known_at = {known_at:DateTime64(6, 'UTC')})
GROUP BY rep_id;

CREATE OR REPLACE VIEW known_period AS
WITH {grain:String} AS grain, ${when_known}, ${groups}
${group_period};

CREATE OR REPLACE VIEW known_scorecard AS
WITH {grain:String} AS grain, ${when_known}, ${groups}
SELECT * EXCEPT (latest_team, latest_role, latest_region) FROM (${scorecard});

-- What a number consists of then, in the columns of explained_part: of a deal, its newest event.
CREATE OR REPLACE VIEW known_part AS
WITH rep_entries AS
    (SELECT * FROM audit_subject_part(known_at = {known_at:DateTime64(6, 'UTC')}))
SELECT
    part, subject, rep_id, team, role, region, deal_type, month, programme_id, bucket,
    amount AS subject_amount, amount, toUInt64(0) AS checkpoint,
    if(events.kind = '', '', 'deal') AS family, events.source AS source,
    events.event_id AS event_id, events.kind AS kind, events.occurred_at AS occurred_at,
    events.recorded_at AS recorded_at, events.topic AS topic, events.partition AS partition,
    events.offset AS offset
FROM
(
    SELECT *
    FROM (${metric_entry}) AS parts
    LEFT JOIN known_membership(known_at = {known_at:DateTime64(6, 'UTC')}) AS membership
        USING (rep_id)
    WHERE if({grain:String} = 'programme',
        parts.programme_id = {programme:String},
        ({programme:String} = '' OR parts.programme_id IN ('', {programme:String}))
            AND has(
                groups_of({grain:String}, rep_id, team, role, region, month, exposures,
                    CAST([], 'Array(Tuple(String, Date))'),
                    CAST([],
                        'Array(Tuple(String, Array(String), Array(String), Array(Tuple(String, String, String))))')),
                ({group_rep:String}, {group_team:String},
                    {programme:String}, {basis:String}, {cohort:String})))
) AS parts
LEFT JOIN
(
    SELECT *
    FROM logged_event
    WHERE family = 'deal' AND recorded_at <= {known_at:DateTime64(6, 'UTC')}
    ORDER BY occurred_at DESC, recorded_at DESC, partition, offset
    LIMIT 1 BY aggregate
) AS events ON events.aggregate = parts.subject;

-- The members of a cohort then, in the columns of explained_member.
CREATE OR REPLACE VIEW known_member AS
SELECT
    exposures.rep_id AS rep_id, exposures.source AS source, exposures.event_id AS event_id,
    kind, occurred_at, recorded_at, topic, partition, offset
FROM
(
    SELECT rep_id, source, event_id
    FROM audited_exposure(known_at = {known_at:DateTime64(6, 'UTC')})
    WHERE programme_id = {programme:String} AND basis = {basis:String} AND cohort = {cohort:String}
) AS exposures
LEFT JOIN
(
    SELECT *
    FROM logged_event
    WHERE family = 'training' AND recorded_at <= {known_at:DateTime64(6, 'UTC')}
    ORDER BY recorded_at DESC, payload DESC, partition, offset
    LIMIT 1 BY aggregate, source, event_id
) AS events
    ON events.aggregate = exposures.rep_id AND events.source = exposures.source
        AND events.event_id = exposures.event_id;
