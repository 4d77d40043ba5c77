-- The audit of deals: what held at each event, the deal as its events leave it, what it counts.
-- (${functions})

-- The events of a deal in their order, each with what held after it. The creation (a second one
-- says nothing) speaks of the beginning: what it says holds unless an event that sorts before it
-- has said otherwise.
CREATE OR REPLACE VIEW audit_deal_step AS
SELECT
    *,
    last_value(multiIf(
        kind = 'OWNER_CHANGED', toNullable(owner),
        is_creation, if(ifNull(owner_said, '') = '', owner, owner_said),
        NULL)) OVER history AS owner_then,
    last_value(if(is_creation AND isNotNull(amount_said), NULL, own_amount)) OVER history
        AS amount_then,
    last_value(if(is_creation AND isNotNull(amount_said) OR isNull(own_amount), NULL,
        toNullable(currency))) OVER history AS currency_then,
    last_value(if(is_creation AND isNotNull(due_said), NULL, own_due)) OVER history AS due_then,
    -- The date that the CRM expects has no quality of its own: midnight UTC is a day.
    if(isNull(due_then), NULL, quality_of(due_then)) AS due_quality,
    if(isNull(due_then), NULL, audit_day(due_then, due_quality)) AS due_day
FROM
(
    SELECT
        deal_id, kind, lower(deal_type) AS type, owner, currency, splits, merged_into,
        is_known, at, day, time_quality,
        if(kind = 'QUALIFIED', qualification, kind) AS what,
        row_number() OVER history AS place,
        kind = 'CREATED' AND countIf(kind = 'CREATED') OVER history = 1 AS is_creation,
        if(is_creation OR kind IN ('AMOUNT_CHANGED', 'WON', 'LOST'), amount_minor, NULL)
            AS own_amount,
        if(is_creation OR kind = 'CLOSE_DATE_CHANGED', expected_close_at, NULL) AS own_due,
        last_value(if(kind = 'OWNER_CHANGED', toNullable(owner), NULL)) OVER history AS owner_said,
        last_value(if(kind IN ('AMOUNT_CHANGED', 'WON', 'LOST'), amount_minor, NULL)) OVER history
            AS amount_said,
        last_value(if(kind = 'CLOSE_DATE_CHANGED', expected_close_at, NULL)) OVER history
            AS due_said
    FROM audit_event(known_at = {known_at:DateTime64(6, 'UTC')}, family = 'deal')
    WINDOW history AS
        (PARTITION BY deal_id ORDER BY at, recorded_at, kind_rank(kind), source, event_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)
WINDOW history AS
    (PARTITION BY deal_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- Deals that exist, as their events leave them. The life of a deal is (state, place of its close,
-- whether that has a time, places of its re-openings, place of the first decision to work on it).
-- What changes the amount or the splits after the close corrects that close. What has no owner
-- before the creation is the owner's whom the creation leaves behind.
CREATE OR REPLACE VIEW audit_deal AS
SELECT
    deal_id, deal_type, created, creation_amount, creation_currency,
    life.1 AS state,
    moments[life.2] AS closed,
    moments[life.5] AS qualified,
    life.5 > 0 AS is_qualified,
    arrayMap(opening -> moments[opening], life.4) AS reopenings,
    due, amount, currency, splits
FROM
(
    SELECT
        * EXCEPT (steps),
        arrayMap(
            step -> audit_moment(
                if(step.6 = '' AND step.1 < creation_place, creation_leaves, step.6),
                step.2, step.3, step.4, step.5),
            steps) AS moments,
        arrayFold(
            (life, step) -> (
                multiIf(
                    is_close(step.7, life.1, life.3), step.7,
                    is_opening(step.7, life.1), 'OPEN',
                    life.1),
                if(is_close(step.7, life.1, life.3), step.1, life.2),
                if(is_close(step.7, life.1, life.3), step.2, life.3),
                if(is_opening(step.7, life.1), arrayPushBack(life.4, step.1), life.4),
                if(step.7 = 'WORK' AND life.1 IN ('OPEN', 'DROPPED') AND life.5 = 0,
                    step.1, life.5)),
            steps,
            ('OPEN', toUInt64(0), toUInt8(0), CAST([], 'Array(UInt64)'), toUInt64(0))) AS life
    FROM
    (
        SELECT
            deal_id,
            arraySort(groupArray((place, is_known, at, day, time_quality,
                ifNull(owner_then, ''), what))) AS steps,
            minIf(place, is_creation) AS creation_place,
            argMinIf(ifNull(owner_then, ''), place, is_creation) AS creation_leaves,
            argMinIf(
                audit_moment(owner, is_known, at, day, time_quality),
                place, is_creation) AS created,
            argMinIf(type, place, is_creation) AS deal_type,
            argMinIf((own_amount, deal_step.currency), place, is_creation) AS creation_price,
            creation_price.1 AS creation_amount,
            creation_price.2 AS creation_currency,
            argMax(amount_then, place) AS amount,
            ifNull(argMax(currency_then, place), '') AS currency,
            audit_moment(
                ifNull(argMax(owner_then, place), ''),
                countIf(isNotNull(due_then)) > 0,
                ifNull(argMax(due_then, place), toDateTime64(0, 6, 'UTC')),
                ifNull(argMax(due_day, place), toDate32(0)),
                ifNull(argMax(due_quality, place), '')) AS due,
            argMaxIf(deal_step.splits, place, kind = 'SPLIT_SET') AS splits
        FROM audit_deal_step(known_at = {known_at:DateTime64(6, 'UTC')}) AS deal_step
        GROUP BY deal_id
        HAVING argMaxIf(kind, place, kind IN ('DELETED', 'UNDELETED', 'MERGED'))
            NOT IN ('DELETED', 'MERGED')
    )
);

-- Deals with their values in the reporting currency: at the creation, and on the day of the close,
-- else of the creation. What has no such day has a value in the reporting currency alone.
CREATE OR REPLACE VIEW audit_priced_deal AS
SELECT
    deals.*,
    reporting_value(creation_amount, creation_currency, creation_rate) AS creation_value,
    if(has_value_day OR currency = reporting_currency(),
        reporting_value(amount, currency, value_rate), NULL) AS value
FROM
(
    SELECT deals.*, if(value_day > rate.last_day, 0, rate.rate) AS value_rate
    FROM
    (
        SELECT deals.*, if(creation_day > rate.last_day, 0, rate.rate) AS creation_rate
        FROM
        (
            SELECT
                *,
                state != 'OPEN' AND closed.is_known AS has_close_day,
                has_close_day OR created.is_known AS has_value_day,
                created.day AS creation_day,
                if(has_close_day, closed.day, created.day) AS value_day
            FROM audit_deal(known_at = {known_at:DateTime64(6, 'UTC')})
        ) AS deals
        ASOF LEFT JOIN audit_rate AS rate
            ON rate.currency = deals.creation_currency AND rate.day <= deals.creation_day
    ) AS deals
    ASOF LEFT JOIN audit_rate AS rate
        ON rate.currency = deals.currency AND rate.day <= deals.value_day
) AS deals;

-- What deals add to the parts of reps: what is about the creation to the owner at the creation,
-- about the decision to work on it to the owner then, about the close to the owner at the close,
-- about what is open to the owner of today. What has no known time counts in no period.
CREATE OR REPLACE VIEW audit_deal_posting AS
SELECT
    if(posting.1 = '', 'unassigned', posting.1) AS rep_id,
    start_of(posting.2.at, posting.2.day, posting.2.quality) AS moment,
    month_of(posting.2.day) AS month,
    deal_type, '' AS programme_id,
    posting.3 AS part, toInt32(posting.4) AS bucket, toInt64(posting.5) AS amount,
    deal_id AS subject
FROM
(
    SELECT
        deal_id, deal_type,
        arrayConcat(
            [
                (created.owner, created, 'created', 0, 1),
                (created.owner, created, 'created_amount', 0, ifNull(creation_value, 0)),
                (created.owner, created, 'created_won', 0, is_won),
                (created.owner, created, 'created_qualified', 0, is_qualified),
                (qualified.owner, qualified, 'qualified', 0, 1),
                (qualified.owner, qualified, 'qualified_won', 0, is_won),
                (due.owner, due, 'open_due', 0, is_open),
                (due.owner, due, 'open_due_amount', 0, if(is_open, worth, 0)),
                (closed.owner, closed, 'won', 0, is_won),
                (closed.owner, closed, 'won_priced', 0, is_won AND is_priced),
                (closed.owner, closed, 'won_amount', 0, if(is_won, worth, 0)),
                (closed.owner, closed, 'won_cycles', 0, is_won AND has_cycle),
                (closed.owner, closed, 'won_cycle_micros', 0, if(is_won, micros, 0)),
                (closed.owner, closed, 'won_cycle_days', days, is_won AND has_cycle),
                (closed.owner, closed, 'credited', 0, if(is_won AND empty(revenue), worth, 0)),
                (closed.owner, closed, 'lost', 0, is_lost),
                (closed.owner, closed, 'lost_amount', 0, if(is_lost, worth, 0)),
                (closed.owner, closed, 'lost_cycles', 0, is_lost AND has_cycle),
                (closed.owner, closed, 'lost_cycle_micros', 0, if(is_lost, micros, 0)),
                (closed.owner, closed, 'lost_cycle_days', days, is_lost AND has_cycle),
                (closed.owner, closed, 'dropped', 0, is_dropped)
            ],
            arrayMap(opening -> (opening.owner, opening, 'reopened', 0, 1), reopenings),
            arrayMap(
                (split, share) -> (split.1, closed, 'credited', 0, if(is_won, share, 0)),
                revenue, shares),
            arrayMap(
                (split, share) -> (split.1, closed, 'overlay_credit', 0, if(is_won, share, 0)),
                overlay, overlay_shares)
        ) AS postings
    FROM
    (
        SELECT
            *,
            ifNull(cycle, -1) >= 0 AS has_cycle,
            if(has_cycle, ifNull(cycle, 0), 0) AS micros,
            if(has_cycle, greatest(0, dateDiff('day', created.day, closed.day)), 0) AS days,
            shares_of(worth, arrayMap(split -> split.3, revenue)) AS shares,
            -- An overlay share and what is left of the amount are its two parts.
            arrayMap(split -> shares_of(worth, [split.3, 10000 - split.3])[1], overlay)
                AS overlay_shares
        FROM
        (
            SELECT
                deal_id, deal_type, created, closed, qualified, is_qualified, due, reopenings,
                creation_value,
                state = 'OPEN' AS is_open,
                state = 'WON' AS is_won,
                state = 'LOST' AS is_lost,
                state = 'DROPPED' AS is_dropped,
                isNotNull(value) AS is_priced,
                ifNull(value, 0) AS worth,
                arraySort(split -> split.1, arrayFilter(split -> split.2 = 'REVENUE', splits))
                    AS revenue,
                arrayFilter(split -> split.2 = 'OVERLAY', splits) AS overlay,
                if(created.is_known AND closed.is_known,
                    micros_between(
                        created.at, created.day, created.quality,
                        closed.at, closed.day, closed.quality),
                    NULL) AS cycle
            FROM audit_priced_deal(known_at = {known_at:DateTime64(6, 'UTC')})
        )
    )
)
ARRAY JOIN postings AS posting
WHERE posting.5 != 0 AND posting.2.is_known;
