-- The audit of attribution: what touched which closed deal, and how each model divides its amount.
-- (${functions})

-- What touches a deal: uses of content, trainings that were completed (of one attempt the first
-- event that says so), approved assignments and coaching, where it is known when. It is linked by
-- the deal that it names, and where it names none by its rep.
CREATE OR REPLACE VIEW audit_touch_event AS
SELECT
    * EXCEPT (kind, moment, day, quality), lower(kind) AS kind, start_of(moment, day, quality) AS at,
    if(deal_id != '', 'deal', 'owner') AS linked_by, if(deal_id != '', deal_id, rep_id) AS link
FROM
(
    SELECT
        'content' AS family, 'content' AS touch_type, kind, source, event_id,
        at AS moment, day, time_quality AS quality,
        rep_id, deal_id, programme_id, '' AS course_id, content_id, content_version
    FROM audit_standing_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'content')
    WHERE is_known
    UNION ALL
    SELECT
        'training', type, kind, source, event_id, at, day, quality,
        rep_id, deal_id, programme_id, course_id, '', ''
    FROM
    (
        SELECT
            *,
            multiIf(
                kind = 'COACHED', 'coaching',
                kind = 'ASSIGNMENT_APPROVED', 'assignment',
                kind IN ('COMPLETED', 'PASSED') AND ifNull(success, 1), 'training',
                '') AS type
        FROM audit_training(known_at = {known_at:DateTime64(6, 'UTC')})
        WHERE type != ''
        ORDER BY place
        LIMIT 1 BY rep_id, programme_id, course_id, attempt, type, if(type = 'training', 0, place)
    )
);

-- With what the active generation attributes: how many days before the creation of a deal the touches
-- of each type count, in how many days a touch loses half its weight, how many touches a journey
-- has at most, and how many months before the close nothing counts.
CREATE OR REPLACE VIEW audit_attribution_setting AS
SELECT
    map(
        'content', ifNull(toUInt32OrNull(anyIf(value, name = 'lookback_days_content')), 90),
        'training', ifNull(toUInt32OrNull(anyIf(value, name = 'lookback_days_training')), 90),
        'assignment', ifNull(toUInt32OrNull(anyIf(value, name = 'lookback_days_assignment')), 90),
        'coaching', ifNull(toUInt32OrNull(anyIf(value, name = 'lookback_days_coaching')), 90))
        AS lookback_days,
    ifNull(toFloat64OrNull(anyIf(value, name = 'half_life_days')), 30) AS half_life_days,
    ifNull(toUInt32OrNull(anyIf(value, name = 'touches_per_deal')), 200) AS touches_per_deal,
    ifNull(toUInt32OrNull(anyIf(value, name = 'horizon_months')), 36) AS horizon_months
FROM generation_setting FINAL
WHERE job = 'attribution' AND generation = (SELECT generation FROM active_generation);

-- Closed deals that stand. What is known to the day happened when the day began.
CREATE OR REPLACE VIEW audit_closed_deal AS
SELECT
    deal_id, lower(state) AS outcome, if(closed.owner = '', 'unassigned', closed.owner) AS owner,
    beginning_of(created) AS created_at, beginning_of(qualified) AS qualified_at,
    beginning_of(closed) AS closed_at, isNotNull(created_at) AND isNotNull(closed_at) AS is_dated,
    value,
    multiIf(isNull(amount), 'no_amount', isNull(value), 'no_rate', '') AS lack
FROM audit_priced_deal(known_at = {known_at:DateTime64(6, 'UTC')})
WHERE state != 'OPEN';

-- Every deal with whose it was, one owner after the other, the first of them since ever; what it
-- was merged into, and when.
CREATE OR REPLACE VIEW audit_owned_deal AS
SELECT
    deal_id, beginning_of(creation) AS own_created_at,
    if(removal.1 = 'MERGED', removal.2, '') AS merged_into,
    beginning_of(removal.3) AS merged_at,
    arrayMap(
        (step, place) -> (
            if(step.2 = '' AND step.1 < creation_place, creation_leaves, step.2),
            if(place = 1, toDateTime64(0, 6, 'UTC'), step.3)),
        steps, arrayEnumerate(steps)) AS owners
FROM
(
    SELECT
        deal_id,
        argMinIf(moment, place, is_creation) AS creation,
        argMaxIf((kind, merged_into, moment), place, kind IN ('DELETED', 'UNDELETED', 'MERGED'))
            AS removal,
        minIf(place, is_creation) AS creation_place,
        argMinIf(ifNull(owner_then, ''), place, is_creation) AS creation_leaves,
        arraySort(groupArrayIf(
            (place, ifNull(owner_then, ''), start_of(at, day, time_quality)),
            is_creation OR kind = 'OWNER_CHANGED')) AS steps
    FROM
    (
        SELECT *, audit_moment('', is_known, at, day, time_quality) AS moment
        FROM audit_deal_step(known_at = {known_at:DateTime64(6, 'UTC')})
    )
    GROUP BY deal_id
);

-- By what a touch is linked to a closed deal: by its name, and by its owner while he owned it; by
-- the names of the deals merged into it, one hop, and by their owners until the merge.
CREATE OR REPLACE VIEW audit_link AS
SELECT
    destination, created_at, closed_at, origin_deal_id, own_created_at,
    own.1 AS linked_by, own.2 AS link, own.3 AS since, own.4 AS until
FROM
(
    SELECT
        destination,
        assumeNotNull(closed.created_at) AS created_at,
        assumeNotNull(closed.closed_at) AS closed_at,
        deals.deal_id AS origin_deal_id,
        own_created_at,
        if(merged_into = '', closed_at, merged_at) AS own_until,
        -- A deal belongs to the last owner who had come by then.
        arrayPushFront(
            arrayMap(
                (owner, place) -> ('owner', owner.1, owner.2, arrayMin(arrayPushFront(
                    arrayMap(later -> later.2, arraySlice(owners, place + 1)),
                    ifNull(own_until, toDateTime64(0, 6, 'UTC'))))),
                owners, arrayEnumerate(owners)),
            ('deal', origin_deal_id, toDateTime64(0, 6, 'UTC'), closed_at)) AS links
    FROM
    (
        SELECT *, if(merged_into = '', deal_id, merged_into) AS destination
        FROM audit_owned_deal(known_at = {known_at:DateTime64(6, 'UTC')})
    ) AS deals
    INNER JOIN audit_closed_deal(known_at = {known_at:DateTime64(6, 'UTC')}) AS closed
        ON closed.deal_id = deals.destination
    WHERE closed.is_dated
)
ARRAY JOIN links AS own
WHERE link != '' AND since < until AND (linked_by = 'deal' OR isNotNull(own_created_at));

-- The touches of each closed deal in their order: those within its window, which lies between the
-- creation and the close and reaches back before the creation as far as the type of a touch allows,
-- but no further than the horizon before the close; those of its owners also within the window of
-- the deal that they owned. What has several ways counts once: by the deal itself before one that
-- was merged into it.
CREATE OR REPLACE VIEW audit_linked_touch AS
SELECT
    *,
    row_number() OVER
        (PARTITION BY destination ORDER BY at, event_id, source, family, rep_id, deal_id) AS place,
    count() OVER (PARTITION BY destination) AS touches_of_deal
FROM
(
    SELECT *
    FROM audit_touch_event(known_at = {known_at:DateTime64(6, 'UTC')}) AS touches
    INNER JOIN audit_link(known_at = {known_at:DateTime64(6, 'UTC')}) AS links
        USING (linked_by, link)
    CROSS JOIN audit_attribution_setting AS setting
    WHERE at >= since AND at < until AND at < closed_at
        AND at >= subtractMonths(closed_at, horizon_months)
        AND at >= subtractDays(created_at, lookback_days[touch_type])
        AND (linked_by = 'deal' OR at >= subtractDays(own_created_at, lookback_days[touch_type]))
    ORDER BY origin_deal_id != destination, origin_deal_id
    LIMIT 1 BY destination, family, rep_id, deal_id, source, event_id
);

-- The columns of touch. Of more touches than a journey may have, only the first half and the last
-- half of that number count.
CREATE OR REPLACE VIEW audited_touch AS
SELECT
    destination AS deal_id,
    toUInt32(place - if(is_late, touches_of_deal - touches_per_deal, 0)) AS position,
    family, touch_type, kind, source, event_id AS id, at AS occurred_at, rep_id,
    programme_id, course_id, content_id, content_version, linked_by, origin_deal_id
FROM
(
    SELECT
        *,
        touches_of_deal > touches_per_deal AS is_capped,
        is_capped AND place > touches_of_deal - intDiv(touches_per_deal, 2) AS is_late,
        NOT is_capped OR place <= touches_per_deal - intDiv(touches_per_deal, 2) AS is_early
    FROM audit_linked_touch(known_at = {known_at:DateTime64(6, 'UTC')})
)
WHERE is_early OR is_late;

-- The columns of journey.
CREATE OR REPLACE VIEW audited_journey AS
SELECT
    deal_id, outcome, owner, created_at, qualified_at, closed_at, value AS amount_minor,
    toUInt32(least(all_touches, touches_per_deal)) AS touches,
    toUInt32(all_touches - touches) AS touches_left_out,
    arrayFilter(flag -> flag != '', [
        if(is_dated, '', 'undated'), if(touches_left_out > 0, 'capped', ''), lack]) AS flags
FROM audit_closed_deal(known_at = {known_at:DateTime64(6, 'UTC')}) AS deals
LEFT JOIN
(
    SELECT destination AS deal_id, count() AS all_touches
    FROM audit_linked_touch(known_at = {known_at:DateTime64(6, 'UTC')})
    GROUP BY destination
) AS linked USING (deal_id)
CROSS JOIN audit_attribution_setting AS setting;

-- What each model gives to each touch of a won deal, in proportion only; one that nothing touched
-- is unattributed, under every model.
CREATE OR REPLACE VIEW audit_proportion AS
SELECT * EXCEPT (models), given.1 AS model, given.2 AS proportion
FROM
(
    SELECT
        deals.deal_id AS deal_id, touches.* EXCEPT (deal_id, touch_type),
        if(position = 0, 'unattributed', touches.touch_type) AS touch_type,
        deals.value AS value, deals.closed_at AS closed_at,
        count() OVER journey AS number,
        max(occurred_at) OVER journey AS last_at,
        countIf(position > 0 AND occurred_at < deals.qualified_at
            AND deals.qualified_at <= deals.closed_at) OVER journey AS qualifying,
        number - length(arrayDistinct(arrayFilter(place -> place > 0, [1, number, qualifying])))
            AS rest,
        (position = 1) + (position = number) + (position = qualifying) AS milestones,
        dateDiff('microsecond', occurred_at, last_at) / 86400000000 AS age_days,
        [
            ('first', toFloat64(position < 2)),
            ('last', toFloat64(position IN (0, number))),
            ('linear', 1.),
            ('position', multiIf(number < 3, 1, position IN (1, number), 0.4, 0.2 / (number - 2))),
            ('time_decay', exp2(-age_days / half_life_days)),
            ('w_shaped', multiIf(position = 0, 1, milestones > 0, 0.3 * milestones, 0.1 / rest))
        ] AS models
    FROM audit_closed_deal(known_at = {known_at:DateTime64(6, 'UTC')}) AS deals
    LEFT JOIN audited_touch(known_at = {known_at:DateTime64(6, 'UTC')}) AS touches
        ON touches.deal_id = deals.deal_id
    CROSS JOIN audit_attribution_setting AS setting
    WHERE deals.outcome = 'won'
    WINDOW journey AS (PARTITION BY deals.deal_id)
)
ARRAY JOIN models AS given
WHERE proportion > 0;

-- The columns of attribution_credit. Weights count in steps of a millionth of a millionth; what is
-- left of the amount after rounding down goes to the largest remainders, of equal ones to the
-- earlier touch.
CREATE OR REPLACE VIEW audited_credit AS
SELECT
    deal_id, model, position, family, source, id, rep_id, touch_type,
    programme_id, course_id, content_id, content_version, weight,
    if(isNull(value), NULL, toNullable(toInt64(
        share + (row_number() OVER (PARTITION BY deal_id, model ORDER BY remainder DESC, position)
            <= value - sum(share) OVER (PARTITION BY deal_id, model))))) AS amount_minor,
    closed_at
FROM
(
    SELECT
        *,
        intDiv(toInt128(ifNull(value, 0)) * steps, whole) AS share,
        toInt128(ifNull(value, 0)) * steps % whole AS remainder
    FROM
    (
        SELECT *, sum(steps) OVER (PARTITION BY deal_id, model) AS whole
        FROM
        (
            SELECT
                *,
                proportion / sum(proportion) OVER (PARTITION BY deal_id, model) AS weight,
                toInt128(floor(weight * 1e12 + 0.5)) AS steps
            FROM audit_proportion(known_at = {known_at:DateTime64(6, 'UTC')})
        )
        WHERE steps > 0
    )
);

-- Everything that attribution stores, one number each: a journey by its columns, a touch by what it
-- is, a credit by what it is and its weight. The number of what is there is 1, of a credit its money.
CREATE OR REPLACE VIEW audit_attribution_comparison AS
SELECT result, deal_id, part, sum(stored_amount) AS stored, sum(audited_amount) AS audited
FROM
(
    SELECT * EXCEPT (amount), amount AS stored_amount, toInt64(0) AS audited_amount
    FROM
    (
        SELECT 'journey' AS result, deal_id, posting.1 AS part, posting.2 AS amount
        FROM current_journey
        ARRAY JOIN parts_of_journey(outcome, owner, created_at, qualified_at, closed_at,
            amount_minor, touches, touches_left_out, flags) AS posting
        UNION ALL
        SELECT
            'touch', deal_id,
            part_of_touch(position, touch_type, kind, source, id, occurred_at, rep_id,
                programme_id, course_id, content_id, content_version, linked_by, origin_deal_id),
            1
        FROM current_touch
        UNION ALL
        SELECT
            'attribution_credit', deal_id,
            part_of_credit(model, position, touch_type, source, id, rep_id,
                programme_id, course_id, content_id, content_version, weight, amount_minor, closed_at),
            if(ifNull(amount_minor, 0) = 0, 1, assumeNotNull(amount_minor))
        FROM current_attribution_credit
    )
    UNION ALL
    SELECT * EXCEPT (amount), toInt64(0) AS stored_amount, amount AS audited_amount
    FROM
    (
        SELECT 'journey' AS result, deal_id, posting.1 AS part, posting.2 AS amount
        FROM audited_journey(known_at = {known_at:DateTime64(6, 'UTC')})
        ARRAY JOIN parts_of_journey(outcome, owner, created_at, qualified_at, closed_at,
            amount_minor, touches, touches_left_out, flags) AS posting
        UNION ALL
        SELECT
            'touch', deal_id,
            part_of_touch(position, touch_type, kind, source, id, occurred_at, rep_id,
                programme_id, course_id, content_id, content_version, linked_by, origin_deal_id),
            1
        FROM audited_touch(known_at = {known_at:DateTime64(6, 'UTC')})
        UNION ALL
        SELECT
            'attribution_credit', deal_id,
            part_of_credit(model, position, touch_type, source, id, rep_id,
                programme_id, course_id, content_id, content_version, weight, amount_minor, closed_at),
            if(ifNull(amount_minor, 0) = 0, 1, assumeNotNull(amount_minor))
        FROM audited_credit(known_at = {known_at:DateTime64(6, 'UTC')})
    )
)
GROUP BY result, deal_id, part;
