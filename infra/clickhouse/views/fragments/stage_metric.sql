-- How deals went through the stages, for the groups of one grain. Reads stage_month, rep_membership
-- and all_cohorts.
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
        group_rep, group_team, programme_id, basis, cohort,
        deal_type_or_all AS deal_type, stage,
        period_kind, period, period_start, period_end,
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
            * EXCEPT (group),
            group.1 AS group_rep, group.2 AS group_team,
            group.3 AS programme_id, group.4 AS basis, group.5 AS cohort,
            arrayJoin(if(deal_type = '', ['all'], [toString(deal_type), 'all'])) AS deal_type_or_all,
            (arrayJoin(periods_of(month, fiscal_year_start())) AS span).1 AS period_kind,
            span.2 AS period, span.3 AS period_start, span.4 AS period_end
        FROM
        (
            SELECT
                *,
                groups_of(grain, rep_id, team, role, region, month,
                    exposures, reaches, programmes) AS groups
            FROM stage_month
            LEFT JOIN rep_membership AS membership USING (rep_id)
            CROSS JOIN all_cohorts AS everyone
        )
        ARRAY JOIN groups AS group
    )
    GROUP BY
        group_rep, group_team, programme_id, basis, cohort, deal_type, stage,
        period_kind, period, period_start, period_end
)
