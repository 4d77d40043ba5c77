-- How deals went through the stages, for groups. What counts for the same groups is added up before
-- the groups are told apart. Reads stage_fact.
SELECT
    group_rep, group_team, programme_id, basis, cohort,
    deal_type, stage, stage_rank, period_kind, period, period_start, period_end,
    entered AS stage_entered,
    rate(entered_advanced, entered) AS stage_conversion,
    wilson_low(entered_advanced, entered) AS stage_conversion_low,
    wilson_high(entered_advanced, entered) AS stage_conversion_high,
    histogram_median(latest_days) AS stage_days_latest_median,
    rate(days_of(latest_micros), stays) AS stage_days_latest_mean,
    histogram_p90(latest_days) AS stage_days_latest_p90,
    histogram_median(cumulative_days) AS stage_days_cumulative_median,
    rate(days_of(cumulative_micros), stays) AS stage_days_cumulative_mean,
    histogram_p90(cumulative_days) AS stage_days_cumulative_p90
FROM
(
    SELECT
        group.1 AS group_rep, group.2 AS group_team,
        group.3 AS programme_id, group.4 AS basis, group.5 AS cohort,
        deal_type, stage, period_kind, period, period_start, period_end,
        max(stage_rank) AS stage_rank,
        sum(entered) AS entered,
        sum(entered_advanced) AS entered_advanced,
        sum(stays) AS stays,
        sum(latest_micros) AS latest_micros,
        sum(cumulative_micros) AS cumulative_micros,
        sumMap(latest_days) AS latest_days,
        sumMap(cumulative_days) AS cumulative_days
    FROM
    (
        SELECT
            groups,
            arrayJoin(if(facts.deal_type = '', ['all'], [toString(facts.deal_type), 'all']))
                AS deal_type,
            stage,
            span.1 AS period_kind, span.2 AS period, span.3 AS period_start, span.4 AS period_end,
            max(facts.stage_rank) AS stage_rank,
            sum(facts.entered) AS entered,
            sum(facts.entered_advanced) AS entered_advanced,
            sum(facts.stays) AS stays,
            sum(facts.latest_micros) AS latest_micros,
            sum(facts.cumulative_micros) AS cumulative_micros,
            sumMap(facts.latest_days) AS latest_days,
            sumMap(facts.cumulative_days) AS cumulative_days
        FROM stage_fact AS facts
        ARRAY JOIN periods_of(facts.month, fiscal_year_start()) AS span
        WHERE notEmpty(groups)
        GROUP BY groups, deal_type, stage, period_kind, period, period_start, period_end
    ) AS sets
    ARRAY JOIN groups AS group
    GROUP BY
        group_rep, group_team, programme_id, basis, cohort, deal_type, stage,
        period_kind, period, period_start, period_end
)
