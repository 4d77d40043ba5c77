-- Load: what reps and managers have open today, and what does not move on. Known now alone.
-- (${functions})

-- Nine in ten deals leave a stage within so many days.
CREATE OR REPLACE VIEW stage_p90 AS
SELECT stage, quantileExactInclusive(0.9)(latest_days) AS days_p90
FROM current_deal_stage
WHERE latest_days IS NOT NULL
GROUP BY stage;

-- Open deals; stuck are those that have been in their stage for longer than nine in ten deals.
CREATE OR REPLACE VIEW open_deal AS
SELECT
    deal_id, account_id, deal_type, if(owner = '', 'unassigned', owner) AS rep_id,
    stage, reporting_minor, created_at, expected_close_at,
    if(last_entered_at IS NULL, NULL, dateDiff('day', local_day(last_entered_at), day))
        AS days_in_stage,
    days_p90 AS stage_days_p90,
    ifNull(days_in_stage > days_p90, 0) AS stuck
FROM
(
    SELECT deals.*, stages.last_entered_at AS last_entered_at
    FROM current_deal AS deals
    LEFT JOIN current_deal_stage AS stages USING (deal_id, stage)
    WHERE deals.status = 'open'
) AS deals
CROSS JOIN data_until
LEFT JOIN (SELECT stage, toNullable(days_p90) AS days_p90 FROM stage_p90) AS usual USING (stage);

-- Who works today, and for whom; owners of whom nothing else is known are shown as well.
CREATE OR REPLACE VIEW rep_load AS
SELECT
    rep_id, team, role, region, manager, employment,
    count_of_deals AS open_deals,
    amount_of_deals AS open_amount_minor,
    stuck_of_deals AS stuck_deals,
    rate(stuck_of_deals, count_of_deals) AS share_of_stuck_deals
FROM
(
    SELECT
        rep_id,
        max(label.1) AS team, max(label.2) AS role, max(label.3) AS region,
        max(label.4) AS manager, max(label.5) AS employment,
        sum(deals) AS count_of_deals,
        sum(amount) AS amount_of_deals,
        sum(stuck_deals) AS stuck_of_deals
    FROM
    (
        SELECT
            rep_id,
            (toString(team), toString(role), toString(region), manager, toString(employment))
                AS label,
            0 AS deals, toInt64(0) AS amount, 0 AS stuck_deals
        FROM current_rep
        CROSS JOIN data_until
        WHERE valid_from <= moment AND (valid_to IS NULL OR valid_to > moment)
        UNION ALL
        SELECT rep_id, ('', '', '', '', '') AS label, 1, ifNull(reporting_minor, 0), stuck
        FROM open_deal
    )
    GROUP BY rep_id
)
WHERE employment != 'left' OR count_of_deals > 0;

CREATE OR REPLACE VIEW manager_load AS
SELECT
    manager,
    countIf(employment = 'employed') AS reps,
    sum(rep_load.open_deals) AS open_deals,
    rate(sumIf(rep_load.open_deals, employment = 'employed'), reps) AS open_deals_per_rep,
    max(rep_load.open_deals) AS most_open_deals_of_a_rep,
    sum(rep_load.open_amount_minor) AS open_amount_minor,
    sum(rep_load.stuck_deals) AS stuck_deals,
    rate(sum(rep_load.stuck_deals), sum(rep_load.open_deals)) AS share_of_stuck_deals
FROM rep_load
GROUP BY manager;
