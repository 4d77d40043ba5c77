-- Scorecards: every metric under its id, for each rep, team and cohort, for the counterpart of each
-- cohort and for the company, by month, quarter, year and over all time; the deal types apart and
-- together ('all'). Money is in minor units of the reporting currency. An empty denominator gives
-- NULL. What each number means stands in metric_definition. (${functions})

-- The metrics, each formula once. Quotas, contents and trainings have no deal type, so what needs
-- them is given only for the deal types together.
CREATE OR REPLACE VIEW scorecard_at AS
SELECT
    group_rep, group_team, programme_id, basis, cohort,
    latest_label.3 AS latest_team, latest_label.4 AS latest_role, latest_label.5 AS latest_region,
    deal_type, period_kind, period, period_start, period_end,
    -- Win rates
    rate(won, won + lost) AS close_rate_count,
    wilson_low(won, won + lost) AS close_rate_count_low,
    wilson_high(won, won + lost) AS close_rate_count_high,
    rate(won_amount, won_amount + lost_amount) AS close_rate_value,
    rate(created_won, created) AS created_win_rate,
    wilson_low(created_won, created) AS created_win_rate_low,
    wilson_high(created_won, created) AS created_win_rate_high,
    rate(mature_deals_won, mature_deals) AS horizon_win_rate,
    wilson_low(mature_deals_won, mature_deals) AS horizon_win_rate_low,
    wilson_high(mature_deals_won, mature_deals) AS horizon_win_rate_high,
    rate(qualified_won, qualified) AS qualified_win_rate,
    wilson_low(qualified_won, qualified) AS qualified_win_rate_low,
    wilson_high(qualified_won, qualified) AS qualified_win_rate_high,
    rate(dropped, qualified + dropped) AS drop_rate,
    rate(created_qualified, created) AS early_conversion,
    rate(qualified_won, qualified) AS late_conversion,
    rate(won, lost) AS win_loss_ratio,
    -- Counts and amounts
    created AS pipeline_created,
    created_amount AS pipeline_created_minor,
    won AS deals_won,
    lost AS deals_lost,
    dropped AS deals_dropped,
    qualified AS deals_qualified,
    reopened AS deals_reopened,
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
    if(together, quota, NULL) AS quota_minor,
    if(together, rate(credited_to_holders, quota_of_holders), NULL) AS quota_attainment,
    quota_attainment / share_elapsed(period_start, period_end, moment) AS pace,
    if(together, rate(reps_at_quota, holders), NULL) AS share_of_reps_at_quota,
    if(together, median_attainment, NULL) AS median_rep_attainment,
    if(together, p90_attainment - median_attainment, NULL) AS attainment_spread,
    if(together AND with_idle, gini_won, NULL) AS gini_won_amount,
    if(together AND with_idle, active_reps, NULL) AS reps,
    if(together, holders, NULL) AS reps_with_quota,
    reps - reps_with_quota AS reps_without_quota,
    open_due AS deals_due,
    open_due_amount AS pipeline_due_minor,
    if(together, rate(open_due_amount, quota), NULL) AS coverage,
    -- Starting
    if(together AND with_idle, length(first_deals), NULL) AS reps_hired,
    if(together, kaplan_meier_median(first_deals), NULL) AS time_to_first_deal_days,
    if(together, kaplan_meier_median(ramps), NULL) AS ramp_months,
    -- Leading: training
    if(together, requested, NULL) AS trainings_requested,
    rate(requests_fulfilled, requested) AS request_fulfilment,
    if(together, parts.enrolled, NULL) AS enrolled,
    if(together, parts.started, NULL) AS started,
    if(together, parts.completed, NULL) AS completed,
    if(together, parts.waived, NULL) AS waived,
    rate(enrolled_completed, parts.enrolled) AS completion_rate,
    histogram_median(completion_days) AS days_to_complete_median,
    rate(days_of(completion_micros), completion_times) AS days_to_complete_mean,
    rate(passed, passed + failed) AS pass_rate,
    rate(score_millionths / 1000000, scores) AS mean_score,
    rate(survey_millionths / 1000000, surveys) AS survey_mean,
    if(together, parts.assignments_submitted, NULL) AS assignments_submitted,
    if(together, parts.assignments_approved, NULL) AS assignments_approved,
    if(together, coached, NULL) AS coaching_sessions,
    -- Leading: content
    if(together, parts.content_uses, NULL) AS content_uses,
    rate(parts.content_uses, reps) AS content_uses_per_rep,
    if(together, rate(content_uses_on_deals, won + lost), NULL) AS content_uses_per_deal,
    rate(reps_using_content, reps) AS share_of_reps_using_content
FROM
(
    SELECT *, deal_type = 'all' AS together
    FROM group_period_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = {grain:String})
) AS parts
CROSS JOIN
(
    SELECT
        max(occurred_until) AS moment,
        is_now({as_of:DateTime64(6, 'UTC')}) AS with_idle
    FROM shown_at(as_of = {as_of:DateTime64(6, 'UTC')})
) AS shown;

-- The team, role and region shown are the latest of the period; as of an earlier moment, where a rep
-- moved within the last month, one of them.
CREATE OR REPLACE VIEW rep_scorecard_at AS
SELECT
    group_rep AS rep_id,
    latest_team AS team,
    latest_role AS role,
    latest_region AS region,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'rep');

CREATE OR REPLACE VIEW team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'team');

CREATE OR REPLACE VIEW company_scorecard_at AS
SELECT
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'company');

-- Beside the reps of the period, the size of the cohort.
CREATE OR REPLACE VIEW cohort_scorecard_at AS
SELECT
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'cohort')
INNER JOIN
(
    SELECT programme_id, basis, cohort, count() AS members
    FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')})
    GROUP BY programme_id, basis, cohort
) AS membership USING (programme_id, basis, cohort);

-- The members of a cohort who were filed under a team.
CREATE OR REPLACE VIEW cohort_team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'cohort_team');

-- The counterpart of each row of cohort_scorecard: comparable reps whom the programme has not
-- reached yet, or never.
CREATE OR REPLACE VIEW control_scorecard_at AS
SELECT * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'control');

CREATE OR REPLACE VIEW control_team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'control_team');

CREATE OR REPLACE VIEW rep_scorecard AS
SELECT * FROM rep_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW team_scorecard AS
SELECT * FROM team_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW company_scorecard AS
SELECT * FROM company_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW cohort_scorecard AS
SELECT * FROM cohort_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW cohort_team_scorecard AS
SELECT * FROM cohort_team_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW control_scorecard AS
SELECT * FROM control_scorecard_at(as_of = '2299-01-01 00:00:00');

CREATE OR REPLACE VIEW control_team_scorecard AS
SELECT * FROM control_team_scorecard_at(as_of = '2299-01-01 00:00:00');
