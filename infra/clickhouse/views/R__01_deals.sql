-- Deals and stages under the labels that their owners had at the time. Known now alone: facts are
-- not in the ledgers. (${functions})

-- Deals under the owner at creation and the owner's labels of that time.
CREATE OR REPLACE VIEW created_deal AS
SELECT
    deal_id, deal_type, status, rep_id,
    label.team AS team, label.role AS role, label.region AS region,
    created_at, created_day, created_time_quality, elapsed_micros
FROM
(
    SELECT
        deal_id, deal_type, status, if(created_owner = '', 'unassigned', created_owner) AS rep_id,
        assumeNotNull(created_at) AS created_at, assumeNotNull(created_day) AS created_day,
        created_time_quality, elapsed_micros
    FROM current_deal
    WHERE created_at IS NOT NULL AND status NOT IN ('deleted', 'merged')
) AS deals
ASOF LEFT JOIN current_rep AS label
    ON label.rep_id = deals.rep_id AND label.valid_from <= deals.created_at;

-- Deals that are at least so many days old.
CREATE OR REPLACE VIEW mature_deal AS
SELECT created_deal.*
FROM created_deal
CROSS JOIN data_until
WHERE {days:UInt32} <= if(created_time_quality = 'day',
    dateDiff('day', created_day, day),
    days_of(dateDiff('microsecond', created_at, moment)));

-- Those deals by rep and month of their creation, and those of them that were won within these days
-- of it.
CREATE OR REPLACE VIEW mature_month AS
SELECT
    rep_id, team, role, region, deal_type, toStartOfMonth(toDate(created_day)) AS month,
    count() AS mature_created,
    countIf(status = 'won' AND elapsed_micros <= {days:UInt32} * 86400000000) AS mature_won
FROM mature_deal(days = {days:UInt32})
GROUP BY rep_id, team, role, region, deal_type, month;

-- Stages by month and owner: the first entry decides for what was entered, the last one for times.
CREATE OR REPLACE VIEW stage_entry AS
SELECT
    deal_id, deal_type, stage, rank, rep_id,
    label.team AS team, label.role AS role, label.region AS region,
    entry, at, advanced, is_over, days, all_days, latest, cumulative
FROM
(
    SELECT
        deal_id, deal.deal_type AS deal_type, stage, rank, entry,
        if(entry_owner = '', 'unassigned', entry_owner) AS rep_id,
        assumeNotNull(entry_at) AS at,
        advanced,
        latest_days IS NOT NULL AS is_over,
        ifNull(latest_days, 0) AS days,
        cumulative_days AS all_days,
        ifNull(latest_micros, 0) AS latest,
        cumulative_micros AS cumulative
    FROM
    (
        SELECT *, 'first' AS entry, entered_owner AS entry_owner, entered_at AS entry_at
        FROM current_deal_stage
        UNION ALL
        SELECT *, 'last' AS entry, owner AS entry_owner, last_entered_at AS entry_at
        FROM current_deal_stage
    ) AS stages
    INNER JOIN current_deal AS deal USING (deal_id)
    WHERE entry_at IS NOT NULL
) AS entries
ASOF LEFT JOIN current_rep AS label
    ON label.rep_id = entries.rep_id AND label.valid_from <= entries.at;

-- The parts of stages by month. A stay that goes on has no latest time yet.
CREATE OR REPLACE VIEW stage_month AS
SELECT
    rep_id, team, role, region, deal_type, stage,
    toStartOfMonth(toDate(local_day(at))) AS month,
    max(rank) AS stage_rank,
    countIf(entry = 'first') AS entered,
    countIf(entry = 'first' AND advanced = 1) AS entered_advanced,
    countIf(entry = 'last' AND is_over) AS stays,
    sumIf(toInt128(latest), entry = 'last' AND is_over) AS latest_micros,
    sumIf(toInt128(cumulative), entry = 'last' AND is_over) AS cumulative_micros,
    sumMapIf(map(days, toInt64(1)), entry = 'last' AND is_over) AS latest_days,
    sumMapIf(map(all_days, toInt64(1)), entry = 'last' AND is_over) AS cumulative_days
FROM stage_entry
GROUP BY rep_id, team, role, region, deal_type, stage, month;

-- How long each rep was seen after being hired, none of those hired before the first month with
-- numbers, whose start nobody has seen: until the first win, and until the first month at
-- the stated share of the quota; (time, 1) where it came, (time, 0) where it has not come yet.
CREATE OR REPLACE VIEW rep_start AS
SELECT
    rep_id, team, role, region, hired_month AS month,
    if(isNull(first_won_day),
        (toInt32(dateDiff('day', hired_day, seen_day)), 0),
        (toInt32(dateDiff('day', hired_day, assumeNotNull(first_won_day))), 1)) AS first_deal,
    if(isNull(ramped_month),
        (toInt32(1 + dateDiff('month', hired_month, seen_day)), 0),
        (toInt32(1 + dateDiff('month', hired_month, assumeNotNull(ramped_month))), 1)) AS ramp
FROM
(
    SELECT
        hired.rep_id AS rep_id, team, role, region, hired_day,
        toStartOfMonth(toDate(hired_day)) AS hired_month,
        least(ifNull(left_day, day), day) AS seen_day,
        arrayReduce('minOrNull', arrayFilter(won_day -> won_day >= hired_day, won_days))
            AS first_won_day,
        arrayReduce('minOrNull', arrayFilter(full_month -> full_month >= hired_month, full_months))
            AS ramped_month
    FROM
    (
        SELECT
            rep_id,
            argMin(team, valid_from) AS team,
            argMin(role, valid_from) AS role,
            argMin(region, valid_from) AS region,
            local_day(min(valid_from)) AS hired_day,
            if(argMax(employment, valid_from) = 'left', local_day(max(valid_from)), NULL)
                AS left_day
        FROM current_rep
        GROUP BY rep_id
        HAVING argMin(employment, valid_from) = 'employed'
            AND min(valid_from) > toDateTime64('1900-01-01 00:00:00', 6, 'UTC')
    ) AS hired
    CROSS JOIN data_until
    LEFT JOIN
    (
        SELECT closed_owner AS rep_id, groupArray(assumeNotNull(closed_day)) AS won_days
        FROM current_deal
        WHERE status = 'won' AND closed_day IS NOT NULL
        GROUP BY closed_owner
    ) AS won ON won.rep_id = hired.rep_id
    LEFT JOIN
    (
        SELECT rep_id, groupArray(month) AS full_months
        FROM
        (
            SELECT rep_id, month
            FROM current_rep_month
            GROUP BY rep_id, month
            HAVING sum(quota) > 0 AND sum(credited) >= ramp_share() * sum(quota)
        )
        GROUP BY rep_id
    ) AS full ON full.rep_id = hired.rep_id
    WHERE hired_day <= day
        AND hired_month >= (SELECT toStartOfMonth(min(month)) FROM current_rep_month)
);
