-- Attribution: with which content, training and coaching the won money travelled; a decomposition
-- of what happened together, not proof of cause. What is attributed and what is influenced are two
-- totals and never added. Known now alone. (${functions})

-- Programmes by the content that their newest definitions name.
CREATE OR REPLACE VIEW content_programme AS
SELECT content_id, arraySort(groupArray(toString(programme_id))) AS programmes
FROM newest_programme
ARRAY JOIN arrayDistinct(content_ids) AS content_id
GROUP BY content_id;

-- Touches under their programme: the one that the touch names, else the only one that names its
-- content; none where there are several.
CREATE OR REPLACE VIEW programme_touch AS
SELECT
    deal_id, position, touch_type, rep_id, occurred_at, course_id, content_id, content_version,
    if(touches.programme_id = '', programmes, []) AS possible_programmes,
    multiIf(
        touches.programme_id != '', toString(touches.programme_id),
        length(possible_programmes) = 1, possible_programmes[1],
        '') AS programme_id
FROM current_touch AS touches
LEFT JOIN content_programme AS content USING (content_id);

-- Won deals under the owner at the close and the team of that time.
CREATE OR REPLACE VIEW won_journey AS
SELECT
    deal_id, journeys.rep_id AS rep_id, label.team AS team, amount_minor, touches,
    toStartOfMonth(toDate(local_day(at))) AS month
FROM
(
    SELECT deal_id, owner AS rep_id, assumeNotNull(closed_at) AS at, amount_minor, touches
    FROM current_journey
    WHERE outcome = 'won' AND closed_at IS NOT NULL
) AS journeys
ASOF LEFT JOIN current_rep AS label
    ON label.rep_id = journeys.rep_id AND label.valid_from <= journeys.at;

-- For each touch of a won deal and each model its credit, none (0) where the model gives none; what
-- is unattributed stands for itself.
CREATE OR REPLACE VIEW attribution_entry AS
SELECT
    deal_id, journeys.month AS month, journeys.team AS team, journeys.amount_minor AS deal_minor,
    touch_type, programme_id, content_id, content_version, model, weight, credit_minor
FROM
(
    SELECT
        deal_id, touch_type, programme_id, content_id, content_version, model,
        credits.weight AS weight, ifNull(credits.amount_minor, 0) AS credit_minor
    FROM
    (
        SELECT
            deal_id, position, toString(touch_type) AS touch_type, programme_id, content_id,
            toString(content_version) AS content_version, arrayJoin(attribution_models()) AS model
        FROM programme_touch
    ) AS touches
    LEFT JOIN
    (
        SELECT deal_id, position, toString(model) AS model, weight, amount_minor
        FROM current_attribution_credit
    ) AS credits USING (deal_id, position, model)
    UNION ALL
    SELECT
        deal_id, toString(touch_type), toString(touch_type), toString(touch_type), '',
        toString(model), weight, ifNull(amount_minor, 0)
    FROM current_attribution_credit
    WHERE touch_type = 'unattributed'
) AS entries
INNER JOIN won_journey AS journeys USING (deal_id);

-- What is attributed to each group by each model, and what it influenced under any: the whole
-- amount of every won deal that it touched. Both belong to the period of the close. A group is what
-- touches have in common (dimension: programme, content, content_version, touch_type, team); one
-- without a name has none. What nothing touched is the group `unattributed`, so that the attributed
-- amounts of a period and model are the won amount.
CREATE OR REPLACE VIEW attribution_by AS
SELECT
    *,
    rate(attributed_amount_minor,
        sum(attributed_amount_minor) OVER (PARTITION BY period_kind, period, model))
        AS attributed_share
FROM
(
    SELECT
        team, touch_type, programme_id, content_id, content_version,
        span.1 AS period_kind, span.2 AS period, span.3 AS period_start, span.4 AS period_end,
        model,
        sum(credit_of_deal) AS attributed_amount_minor,
        round(sum(weight_of_deal), 6) AS attributed_deals,
        if(any(is_touched), sum(ifNull(minor_of_deal, 0)), NULL) AS influenced_amount_minor,
        if(any(is_touched), count(), NULL) AS influenced_deals
    FROM
    (
        SELECT
            deal_id,
            if({dimension:String} = 'team', toString(team), '') AS team,
            if({dimension:String} IN ('touch_type', 'team'), touch_type, '') AS touch_type,
            if({dimension:String} = 'programme', programme_id, '') AS programme_id,
            if({dimension:String} IN ('content', 'content_version'), content_id, '') AS content_id,
            if({dimension:String} = 'content_version', content_version, '') AS content_version,
            model,
            any(entries.touch_type) != 'unattributed' AS is_touched,
            any(month) AS month_of_deal,
            any(deal_minor) AS minor_of_deal,
            sum(credit_minor) AS credit_of_deal,
            sum(weight) AS weight_of_deal
        FROM attribution_entry AS entries
        GROUP BY deal_id, team, touch_type, programme_id, content_id, content_version, model
    )
    ARRAY JOIN periods_of(month_of_deal, fiscal_year_start()) AS span
    GROUP BY
        team, touch_type, programme_id, content_id, content_version,
        period_kind, period, period_start, period_end, model
);

CREATE OR REPLACE VIEW programme_attribution AS
SELECT * EXCEPT (team, touch_type, content_id, content_version)
FROM attribution_by(dimension = 'programme');

CREATE OR REPLACE VIEW content_attribution AS
SELECT * EXCEPT (team, touch_type, programme_id, content_version)
FROM attribution_by(dimension = 'content');

CREATE OR REPLACE VIEW content_version_attribution AS
SELECT * EXCEPT (team, touch_type, programme_id)
FROM attribution_by(dimension = 'content_version');

CREATE OR REPLACE VIEW touch_type_attribution AS
SELECT * EXCEPT (team, programme_id, content_id, content_version)
FROM attribution_by(dimension = 'touch_type');

-- Of the deals that each team closed.
CREATE OR REPLACE VIEW team_attribution AS
SELECT * EXCEPT (programme_id, content_id, content_version)
FROM attribution_by(dimension = 'team');

-- How far the models disagree about a programme: the greatest and the least of its shares.
CREATE OR REPLACE VIEW programme_divergence AS
SELECT
    programme_id, period_kind, period, period_start, period_end,
    max(attributed_share) - min(attributed_share) AS divergence,
    max(attributed_share) AS greatest_share,
    argMax(model, (attributed_share, model)) AS greatest_model,
    min(attributed_share) AS least_share,
    argMin(model, (attributed_share, model)) AS least_model
FROM programme_attribution
GROUP BY programme_id, period_kind, period, period_start, period_end;

-- Content that touches no won deal: used for others, or linked to no deal that is over, or not used
-- at all.
CREATE OR REPLACE VIEW content_without_win AS
SELECT
    content_id,
    sum(uses) AS content_uses,
    sum(deals_lost) AS lost_deals_touched,
    sum(deals_dropped) AS dropped_deals_touched,
    max(used_day) AS last_used_day
FROM
(
    SELECT
        content_id, arraySum(mapValues(uses_by_day)) AS uses,
        0 AS deals_lost, 0 AS deals_dropped, 0 AS deals_won,
        toNullable(addDays(month, toInt32(arrayMax(mapKeys(uses_by_day))) - 1)) AS used_day
    FROM current_content_month
    UNION ALL
    SELECT
        content_id, 0,
        uniqExactIf(deal_id, outcome = 'lost'),
        uniqExactIf(deal_id, outcome = 'dropped'),
        uniqExactIf(deal_id, outcome = 'won'),
        toNullable(toDate(local_day(max(occurred_at))))
    FROM current_touch
    INNER JOIN current_journey USING (deal_id)
    WHERE content_id != ''
    GROUP BY content_id
    UNION ALL
    SELECT content_id, 0, 0, 0, 0, NULL
    FROM current_content_publication
    UNION ALL
    SELECT content_id, 0, 0, 0, 0, NULL
    FROM content_programme
)
GROUP BY content_id
HAVING sum(deals_won) = 0;

-- Versions that touched deals after a newer one was published: from the day after, and unless they
-- were published again themselves.
CREATE OR REPLACE VIEW stale_content_touch AS
SELECT
    content_id, content_version,
    argMax(newest, occurred_at) AS newest_version,
    count() AS stale_touches,
    uniqExact(deal_id) AS deals_touched,
    uniqExactIf(deal_id, outcome = 'won') AS won_deals_touched,
    max(occurred_at) AS last_touched_at
FROM
(
    SELECT touches.*, published.newest_version AS newest
    FROM
    (
        SELECT
            deal_id, content_id, toString(content_version) AS content_version, occurred_at,
            toDate(local_day(occurred_at)) AS day, outcome, last_published_day
        FROM current_touch
        INNER JOIN current_journey USING (deal_id)
        LEFT JOIN
        (
            SELECT
                content_id, toString(content_version) AS content_version,
                toNullable(toDate(local_day(max(assumeNotNull(published_at))))) AS last_published_day
            FROM current_content_publication
            WHERE published_at IS NOT NULL
            GROUP BY content_id, content_version
        ) AS own USING (content_id, content_version)
        WHERE content_version != '' AND NOT ifNull(last_published_day >= day, false)
    ) AS touches
    ASOF INNER JOIN content_version_day AS published
        ON published.content_id = touches.content_id AND published.published_day < touches.day
)
WHERE content_version != newest
GROUP BY content_id, content_version;

-- Deals merged into one whose credit they cannot add to: nobody knows it, or it is itself merged or
-- deleted. Their touches count for nothing.
CREATE OR REPLACE VIEW merged_without_target AS
SELECT
    merged.deal_id AS deal_id, merged.merged_into AS merged_into,
    if(target.status = '', 'unknown', toString(target.status)) AS target_status
FROM current_deal AS merged
LEFT JOIN current_deal AS target ON target.deal_id = merged.merged_into
WHERE merged.status = 'merged' AND target.status IN ('', 'merged', 'deleted');

-- What a reader of credits must know, and how much of it there is. Journeys are capped where they
-- have too many touches, undated where nobody knows when the deal was created or closed, and
-- without amount or rate where there is no money to divide.
CREATE OR REPLACE VIEW attribution_flag AS
SELECT
    toString(journey_flag) AS flag, toString(outcome) AS outcome, count() AS deals,
    sum(touches_left_out) AS left_out, sum(ifNull(amount_minor, 0)) AS deals_minor
FROM current_journey
ARRAY JOIN flags AS journey_flag
GROUP BY flag, outcome
UNION ALL
SELECT 'merged_without_target', 'merged', count() AS deals, 0, 0
FROM merged_without_target
HAVING deals > 0
UNION ALL
SELECT
    'content_of_several_programmes', toString(outcome), uniqExact(deal_id), 0, 0
FROM programme_touch
INNER JOIN current_journey USING (deal_id)
WHERE length(possible_programmes) > 1
GROUP BY outcome;

-- Deals of which something is ahead of the published checkpoint.
CREATE OR REPLACE VIEW unpublished_journey AS
SELECT deal_id
FROM
(
    SELECT deal_id, generation, version FROM journey
    UNION ALL
    SELECT deal_id, generation, version FROM touch
    UNION ALL
    SELECT deal_id, generation, version FROM attribution_credit
)
WHERE generation = (SELECT generation FROM active_generation)
    AND version > (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'attribution');

-- Empty where the proof holds: under every model the weights of a won deal are 1 and its credits are
-- its amount, no other deal has a credit, and every touch has a journey. A deal that is ahead of the
-- published checkpoint is judged once it is published.
CREATE OR REPLACE VIEW attribution_proof AS
SELECT
    deal_id, model,
    sum(is_owed) AS expected_weight,
    sum(weight) AS weights,
    sum(owed_minor) AS deal_minor,
    sum(credit_minor) AS credits_minor,
    sum(lost_touches) AS touches_without_journey
FROM
(
    SELECT
        deal_id, arrayJoin(attribution_models()) AS model, 1 AS is_owed, toFloat64(0) AS weight,
        ifNull(amount_minor, -1) AS owed_minor, toInt64(0) AS credit_minor, 0 AS lost_touches
    FROM current_journey
    WHERE outcome = 'won'
    UNION ALL
    SELECT
        deal_id, toString(model), 0, sum(weight), 0,
        if(countIf(amount_minor IS NULL) = 0, sum(ifNull(amount_minor, 0)), -1), 0
    FROM current_attribution_credit
    GROUP BY deal_id, model
    UNION ALL
    SELECT deal_id, '', 0, 0, 0, 0, 1
    FROM current_touch
    WHERE deal_id NOT IN (SELECT deal_id FROM current_journey)
)
WHERE deal_id NOT IN unpublished_journey
GROUP BY deal_id, model
HAVING abs(weights - expected_weight) > 1e-9 OR deal_minor != credits_minor
    OR touches_without_journey > 0;
