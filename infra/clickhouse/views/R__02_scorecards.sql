-- Scorecards: every metric of METRICS.md under its id, for each rep, team and cohort and for the
-- company, by month, quarter, year and over all time; the deal types apart and together ('all').
-- Money is in minor units of the reporting currency. An empty denominator gives NULL.
--
-- A view keeps the text of the functions it was made with; so they stand in one file with the views
-- that use them, which runs again as a whole when it changes.

-- Empty where the whole is empty: a rate of zero would say that everything was lost.
CREATE OR REPLACE FUNCTION rate AS (part, whole) -> part / nullIf(whole, 0);

CREATE OR REPLACE FUNCTION days_of AS (micros) -> micros / 86400000000;

-- Wilson score interval, 95 %: z = 1.959963984540054, written with z squared, its half and quarter.
CREATE OR REPLACE FUNCTION wilson_centre AS (hits, trials) ->
    (hits + 1.9207294103470618) / (trials + 3.8414588206941236);

CREATE OR REPLACE FUNCTION wilson_margin AS (hits, trials) ->
    1.959963984540054 * sqrt(hits * rate(trials - hits, trials) + 0.9603647051735309)
        / (trials + 3.8414588206941236);

CREATE OR REPLACE FUNCTION wilson_low AS (hits, trials) ->
    if(trials = 0, NULL, greatest(0, wilson_centre(hits, trials) - wilson_margin(hits, trials)));

CREATE OR REPLACE FUNCTION wilson_high AS (hits, trials) ->
    if(trials = 0, NULL, least(1, wilson_centre(hits, trials) + wilson_margin(hits, trials)));

-- Exact quantile (type 7) of a histogram value -> count.
CREATE OR REPLACE FUNCTION histogram_median AS (histogram) ->
    if(empty(histogram), NULL, arrayReduce('quantileExactWeightedInterpolated(0.5)',
        mapKeys(histogram), CAST(mapValues(histogram), 'Array(UInt64)')));

CREATE OR REPLACE FUNCTION histogram_p90 AS (histogram) ->
    if(empty(histogram), NULL, arrayReduce('quantileExactWeightedInterpolated(0.9)',
        mapKeys(histogram), CAST(mapValues(histogram), 'Array(UInt64)')));

-- The month in which the fiscal year starts, a setting of the job.
CREATE OR REPLACE FUNCTION fiscal_year_start AS () -> ${fiscal_year_start};

-- A fiscal year is named after the calendar year in which it starts: seen from its first month, a
-- fiscal year looks like a calendar year.
CREATE OR REPLACE FUNCTION fiscal_month AS (month, start) -> addMonths(month, 1 - start);

CREATE OR REPLACE FUNCTION calendar_month AS (month, start) -> addMonths(month, start - 1);

-- The periods that contain a month: kind, name, first day, first day after. `all` has no ends.
CREATE OR REPLACE FUNCTION periods_of AS (month, start) -> [
    ('month', formatDateTime(month, '%Y-%m'),
        toNullable(month),
        toNullable(addMonths(month, 1))),
    ('quarter', formatDateTime(fiscal_month(month, start), '%Y-Q%Q'),
        toNullable(calendar_month(toStartOfQuarter(fiscal_month(month, start)), start)),
        toNullable(calendar_month(toStartOfQuarter(fiscal_month(month, start)), start + 3))),
    ('year', formatDateTime(fiscal_month(month, start), '%Y'),
        toNullable(calendar_month(toStartOfYear(fiscal_month(month, start)), start)),
        toNullable(calendar_month(toStartOfYear(fiscal_month(month, start)), start + 12))),
    ('all', 'all', NULL, NULL)];

-- The months of reps under every group they count in: the rep, the team at the time, the company,
-- the cohorts.
CREATE OR REPLACE VIEW rep_month_by_group AS
SELECT
    (arrayJoin([('rep', rep_id, ''), ('team', '', team), ('company', '', '')]) AS group).1 AS grain,
    group.2 AS group_rep, group.3 AS group_team,
    '' AS programme_id, '' AS basis, '' AS cohort,
    current_rep_month.*
FROM current_rep_month
UNION ALL
SELECT
    'cohort' AS grain, '' AS group_rep, '' AS group_team,
    exposure.programme_id, exposure.basis, exposure.cohort,
    current_rep_month.*
FROM current_rep_month
INNER JOIN current_exposure AS exposure ON exposure.rep_id = current_rep_month.rep_id;

-- The additive parts of every group by month; those of the cohorts were added up by the job.
CREATE OR REPLACE VIEW group_month AS
SELECT * EXCEPT (rep_id)
FROM rep_month_by_group
WHERE grain != 'cohort'
UNION ALL
SELECT
    'cohort' AS grain, '' AS group_rep, '' AS group_team,
    programme_id, basis, cohort,
    '' AS team, '' AS role, '' AS region,
    * EXCEPT (programme_id, basis, cohort)
FROM current_cohort_metric;

-- The additive parts of every group by period: a quarter is the sum of its months. Microseconds of
-- a million deals do not fit into 64 bits.
CREATE OR REPLACE VIEW group_period AS
SELECT
    grain, group_rep, group_team, programme_id, basis, cohort,
    type_or_all AS deal_type,
    span.1 AS period_kind, span.2 AS period, span.3 AS period_start, span.4 AS period_end,
    argMax(team, (month, team, role, region)) AS latest_team,
    argMax(role, (month, team, role, region)) AS latest_role,
    argMax(region, (month, team, role, region)) AS latest_region,
    sum(created) AS created,
    sum(created_amount) AS created_amount,
    sum(created_won) AS created_won,
    sum(won) AS won,
    sum(lost) AS lost,
    sum(dropped) AS dropped,
    sum(won_priced) AS won_priced,
    sum(won_amount) AS won_amount,
    sum(lost_amount) AS lost_amount,
    sum(won_cycles) AS won_cycles,
    sum(toInt128(won_cycle_micros)) AS won_cycle_micros,
    sum(lost_cycles) AS lost_cycles,
    sum(toInt128(lost_cycle_micros)) AS lost_cycle_micros,
    sum(qualified) AS qualified,
    sum(qualified_won) AS qualified_won,
    sum(reopened) AS reopened,
    sum(credited) AS credited,
    sum(overlay_credit) AS overlay_credit,
    sum(quota) AS quota,
    sum(quota_holders) AS quota_holders,
    sum(content_uses) AS content_uses,
    mapFilter((day, deals) -> deals != 0, sumMap(won_cycle_days)) AS won_cycle_days,
    mapFilter((day, deals) -> deals != 0, sumMap(lost_cycle_days)) AS lost_cycle_days
FROM group_month
ARRAY JOIN [toString(deal_type), 'all'] AS type_or_all
ARRAY JOIN periods_of(month, fiscal_year_start()) AS span
GROUP BY
    grain, group_rep, group_team, programme_id, basis, cohort, deal_type,
    period_kind, period, period_start, period_end;

-- Quota attainment rep by rep, which does not add up over months: computed for the asked period.
-- A rep without a quota in the period has no attainment, and the credit stays out of the group's.
-- The owner of deals without one is no rep.
CREATE OR REPLACE VIEW group_attainment AS
SELECT
    grain, group_rep, group_team, programme_id, basis, cohort, period_kind, period,
    count() AS reps,
    countIf(rep_quota > 0) AS reps_with_quota,
    countIf(rep_quota > 0 AND rep_credited >= rep_quota) AS reps_at_quota,
    sumIf(rep_credited, rep_quota > 0) AS credited_to_holders,
    sumIf(rep_quota, rep_quota > 0) AS quota_of_holders,
    quantileExactInclusive(0.5)(attainment) AS median_attainment,
    quantileExactInclusive(0.9)(attainment) AS p90_attainment
FROM
(
    SELECT
        grain, group_rep, group_team, programme_id, basis, cohort,
        span.1 AS period_kind, span.2 AS period,
        sum(credited) AS rep_credited,
        sum(quota) AS rep_quota,
        if(rep_quota > 0, rate(rep_credited, rep_quota), NULL) AS attainment
    FROM rep_month_by_group
    ARRAY JOIN periods_of(month, fiscal_year_start()) AS span
    WHERE rep_id != 'unassigned'
    GROUP BY
        grain, group_rep, group_team, programme_id, basis, cohort, period_kind, period, rep_id
)
GROUP BY grain, group_rep, group_team, programme_id, basis, cohort, period_kind, period;

-- The metrics: each formula stands here and nowhere else. Quotas are not set by deal type, so
-- attainment is given only for the deal types together.
CREATE OR REPLACE VIEW scorecard AS
SELECT
    grain, group_rep, group_team, programme_id, basis, cohort,
    latest_team, latest_role, latest_region,
    deal_type, period_kind, period, period_start, period_end,
    -- Win rates
    rate(won, won + lost) AS close_rate_count,
    wilson_low(won, won + lost) AS close_rate_count_low,
    wilson_high(won, won + lost) AS close_rate_count_high,
    rate(won_amount, won_amount + lost_amount) AS close_rate_value,
    rate(created_won, created) AS created_win_rate,
    wilson_low(created_won, created) AS created_win_rate_low,
    wilson_high(created_won, created) AS created_win_rate_high,
    rate(qualified_won, qualified) AS qualified_win_rate,
    wilson_low(qualified_won, qualified) AS qualified_win_rate_low,
    wilson_high(qualified_won, qualified) AS qualified_win_rate_high,
    rate(dropped, qualified + dropped) AS drop_rate,
    rate(won, lost) AS win_loss_ratio,
    -- Counts and amounts
    created AS deals_created,
    won AS deals_won,
    lost AS deals_lost,
    dropped AS deals_dropped,
    qualified AS deals_qualified,
    reopened AS deals_reopened,
    created_amount AS created_amount_minor,
    won_amount AS won_amount_minor,
    lost_amount AS lost_amount_minor,
    rate(won_amount, won_priced) AS avg_deal_amount_minor,
    -- Velocity, per day
    (won + lost) * close_rate_count * avg_deal_amount_minor / nullIf(cycle_days_won_mean, 0)
        AS sales_velocity_minor,
    rate(won_amount, dateDiff('day', period_start, period_end)) AS realised_velocity_minor,
    -- Cycle time
    histogram_median(won_cycle_days) AS cycle_days_won_median,
    rate(days_of(won_cycle_micros), won_cycles) AS cycle_days_won_mean,
    histogram_p90(won_cycle_days) AS cycle_days_won_p90,
    histogram_median(lost_cycle_days) AS cycle_days_lost_median,
    rate(days_of(lost_cycle_micros), lost_cycles) AS cycle_days_lost_mean,
    histogram_p90(lost_cycle_days) AS cycle_days_lost_p90,
    -- Quota
    credited AS credited_minor,
    overlay_credit AS overlay_credit_minor,
    quota AS quota_minor,
    if(deal_type = 'all', rate(credited_to_holders, quota_of_holders), NULL) AS quota_attainment,
    if(deal_type = 'all', rate(reps_at_quota, reps_with_quota), NULL) AS share_of_reps_at_quota,
    if(deal_type = 'all', median_attainment, NULL) AS median_rep_attainment,
    if(deal_type = 'all', p90_attainment - median_attainment, NULL) AS attainment_spread,
    reps,
    reps_with_quota,
    reps - reps_with_quota AS reps_without_quota,
    -- Leading
    content_uses
FROM group_period
LEFT JOIN group_attainment
    USING (grain, group_rep, group_team, programme_id, basis, cohort, period_kind, period);

-- The team, role and region shown are the latest of the period.
CREATE OR REPLACE VIEW rep_scorecard AS
SELECT
    group_rep AS rep_id,
    latest_team AS team,
    latest_role AS role,
    latest_region AS region,
    * EXCEPT (grain, group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard
WHERE grain = 'rep';

CREATE OR REPLACE VIEW team_scorecard AS
SELECT
    group_team AS team,
    * EXCEPT (grain, group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard
WHERE grain = 'team';

CREATE OR REPLACE VIEW company_scorecard AS
SELECT
    * EXCEPT (grain, group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard
WHERE grain = 'company';

-- The reps of a cohort are its members, with or without a deal in the period.
CREATE OR REPLACE VIEW cohort_scorecard AS
SELECT
    * EXCEPT (grain, group_rep, group_team, latest_team, latest_role, latest_region, members)
        REPLACE (members AS reps, members - reps_with_quota AS reps_without_quota)
FROM scorecard
INNER JOIN
(
    SELECT programme_id, basis, cohort, count() AS members
    FROM current_exposure
    GROUP BY programme_id, basis, cohort
) AS membership USING (programme_id, basis, cohort)
WHERE grain = 'cohort';
