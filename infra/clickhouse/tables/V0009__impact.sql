-- Impact: what each programme caused, run by run, at one published checkpoint. Rows are only ever
-- added; the newest run is shown by the views current_programme_impact and so on.
--
-- A run looks at every programme, on both bases (assigned: intention to treat; completed), for every
-- outcome that can be said of one rep in one month. Outcomes are ids of the glossary, in its units:
-- money in minor units of the reporting currency, rates from 0 to 1. NULL is never 0: it says that a
-- number cannot be given, and the reason stands beside it.

-- One row a programme, basis and outcome: the verdict, and the effect over all cohorts and months
-- after their start (the simple average of the group-time effects, weighted by reps).
CREATE TABLE IF NOT EXISTS programme_impact
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 COMMENT 'number of the run in its generation, from 1' CODEC(Delta, ZSTD),
    checkpoint UInt64 COMMENT 'published checkpoint that was read' CODEC(Delta, ZSTD),
    as_of DateTime64(6, 'UTC') COMMENT 'until when anything has happened in what was read' CODEC(Delta, ZSTD),
    programme_id LowCardinality(String),
    basis LowCardinality(String) COMMENT 'assigned or completed',
    outcome LowCardinality(String) COMMENT 'id of the glossary',
    registration LowCardinality(String) COMMENT 'registered: the primary metric that was in force at the launch, on basis assigned; else exploratory',
    leads UInt8 COMMENT '1 for the outcome by which the programme is judged: the registered one, else the metric of its newest definition, else close_rate_count; one row a programme and basis' CODEC(ZSTD),
    definition Nullable(Int32) COMMENT 'version of the definition in force at the launch; NULL where none was recorded by then' CODEC(T64, ZSTD),
    launch_at Nullable(DateTime64(6, 'UTC')) COMMENT 'of that definition, else of the newest' CODEC(T64, ZSTD),
    payback_end_at Nullable(DateTime64(6, 'UTC')) COMMENT 'of that definition, else of the newest' CODEC(T64, ZSTD),
    edits Array(String) COMMENT 'what was edited after the launch, in words' CODEC(ZSTD),
    verdict LowCardinality(String) COMMENT 'effect, no_effect_within_mde or not_provable',
    reasons Array(String) COMMENT 'why the verdict is not_provable, in words; after "caveat:" what could not be examined' CODEC(ZSTD),
    first_month Nullable(Date) COMMENT 'first month of the panel' CODEC(T64, ZSTD),
    last_month Nullable(Date) COMMENT 'last month of the panel: over for at least one median cycle' CODEC(T64, ZSTD),
    panel LowCardinality(String) COMMENT 'balanced: reps with a number in every month; unbalanced: whoever has one in both months that are compared',
    clusters LowCardinality(String) COMMENT 'rep or team: what is drawn and counted as independent',
    reps_treated UInt32 COMMENT 'reps of the cohorts in the panel' CODEC(T64, ZSTD),
    reps_control UInt32 COMMENT 'reps of the audience whom the programme has not reached by the last month' CODEC(T64, ZSTD),
    teams_treated UInt32 CODEC(T64, ZSTD),
    teams_control UInt32 CODEC(T64, ZSTD),
    reps_dropped UInt32 COMMENT 'reps left out of the panel: months missing in a balanced one, none at all in an unbalanced one' CODEC(T64, ZSTD),
    reps_immature UInt32 COMMENT 'treated reps whose cohort starts after the last month; not yet treated in the panel' CODEC(T64, ZSTD),
    baseline Nullable(Float64) COMMENT 'mean outcome of the treated before their start, over their months of the registered baseline window; without one, over all' CODEC(ZSTD),
    estimate Nullable(Float64) COMMENT 'effect in units of the outcome' CODEC(ZSTD),
    std_error Nullable(Float64) CODEC(ZSTD),
    low Nullable(Float64) COMMENT 'low end of the 95 % interval' CODEC(ZSTD),
    high Nullable(Float64) CODEC(ZSTD),
    p_value Nullable(Float64) COMMENT 'two-sided, of no effect' CODEC(ZSTD),
    p_holm Nullable(Float64) COMMENT 'adjusted after Holm over the exploratory outcomes of the programme and basis; NULL for the registered one' CODEC(ZSTD),
    p_randomisation Nullable(Float64) COMMENT 'by randomisation inference; NULL where 10 teams or more are treated' CODEC(ZSTD),
    p_pre_trend Nullable(Float64) COMMENT 'Wald test: no effect before the start; below 0.05 the groups differed already' CODEC(ZSTD),
    p_sample_ratio Nullable(Float64) COMMENT 'of the sample ratio of a randomised programme' CODEC(ZSTD),
    overlap Nullable(Float64) COMMENT 'greatest share of treated and control reps who start one other programme in the window' CODEC(ZSTD),
    mde Nullable(Float64) COMMENT 'effect that would have been found with a probability of 80 %' CODEC(ZSTD),
    draws UInt32 COMMENT 'of the multiplier bootstrap' CODEC(T64, ZSTD),
    seed Int64 CODEC(T64, ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
-- The newest run is read together; the runs before it stay.
ORDER BY (generation, run, programme_id, basis, outcome)
SETTINGS non_replicated_deduplication_window = 10000;

-- The estimates behind a verdict, one row each.
--   part        name                         what it is
--   cell                                     ATT of a cohort in a month
--   group                                    average over the months of a cohort
--   event                                    average by months since the start; before it, the pre-trend
--   calendar                                 average by month
--   simple                                   average over all cells after the start
--   robustness  leave_top_1, leave_top_3, …  the simple average when something is done otherwise
--   experiment  difference, cuped, …         of a randomised programme: treated beside controls
--   overlap     the other programme          share of treated and controls who start it in the window
--                                            (estimate), of the treated alone (low), of the controls (high);
--                                            without a name: who start any
CREATE TABLE IF NOT EXISTS programme_effect
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 CODEC(Delta, ZSTD),
    programme_id LowCardinality(String),
    basis LowCardinality(String),
    outcome LowCardinality(String) COMMENT 'empty for overlap, which is the same for all',
    part LowCardinality(String) COMMENT 'cell, group, event, calendar, simple, robustness, experiment or overlap',
    name LowCardinality(String) COMMENT 'of robustness, experiment and overlap; else empty',
    cohort LowCardinality(String) COMMENT 'YYYY-MM, of cell and group; else empty',
    month Nullable(Date) COMMENT 'of cell and calendar' CODEC(T64, ZSTD),
    event_time Nullable(Int32) COMMENT 'months since the start (0 is its month), of cell and event' CODEC(T64, ZSTD),
    estimate Nullable(Float64) COMMENT 'in units of the outcome' CODEC(ZSTD),
    std_error Nullable(Float64) CODEC(ZSTD),
    low Nullable(Float64) COMMENT 'low end of the 95 % interval of this estimate alone' CODEC(ZSTD),
    high Nullable(Float64) CODEC(ZSTD),
    band_low Nullable(Float64) COMMENT 'low end of the band that covers all estimates of this part together with 95 %' CODEC(ZSTD),
    band_high Nullable(Float64) CODEC(ZSTD),
    p_value Nullable(Float64) CODEC(ZSTD),
    treated UInt32 COMMENT 'reps' CODEC(T64, ZSTD),
    controls UInt32 COMMENT 'reps' CODEC(T64, ZSTD),
    reason String COMMENT 'why the estimate is NULL' CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
-- The chart of one programme, basis and outcome lies together; NULL sorts last.
ORDER BY (generation, run, programme_id, basis, outcome, part, name, cohort,
    ifNull(month, toDate(0)), ifNull(event_time, 0))
SETTINGS non_replicated_deduplication_window = 10000;

-- One row a programme and basis: what it brought for what it cost.
CREATE TABLE IF NOT EXISTS programme_roi
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(Delta, ZSTD),
    as_of DateTime64(6, 'UTC') CODEC(Delta, ZSTD),
    programme_id LowCardinality(String),
    basis LowCardinality(String) COMMENT 'assigned or completed',
    currency LowCardinality(String) COMMENT 'of all amounts',
    payback_end_at Nullable(DateTime64(6, 'UTC')) COMMENT 'until when gains count' CODEC(T64, ZSTD),
    payback_over UInt8 COMMENT 'whether the panel reaches the end of the payback window; else the gain is only that of so far' CODEC(ZSTD),
    won_amount_minor Nullable(Float64) COMMENT 'won amount that the programme caused: sum of reps times ATT over the cells from the start to the end of the payback window' CODEC(ZSTD),
    won_amount_low Nullable(Float64) COMMENT '95 % interval' CODEC(ZSTD),
    won_amount_high Nullable(Float64) CODEC(ZSTD),
    margin Nullable(Float64) COMMENT 'share of the won amount that is gain, 0 to 1' CODEC(ZSTD),
    margin_source String COMMENT 'where the margin comes from; why it is NULL' CODEC(ZSTD),
    cost_minor Nullable(Int64) COMMENT 'cost, the time of the participants included, as the newest definition says' CODEC(T64, ZSTD),
    cost_source String COMMENT 'which definition says so, and what the one at the launch said; why it is NULL' CODEC(ZSTD),
    gain_minor Nullable(Float64) COMMENT 'margin x won_amount_minor' CODEC(ZSTD),
    gain_low Nullable(Float64) CODEC(ZSTD),
    gain_high Nullable(Float64) CODEC(ZSTD),
    roi Nullable(Float64) COMMENT '(gain - cost) / cost; 0 pays for itself, 1 pays twice' CODEC(ZSTD),
    roi_low Nullable(Float64) CODEC(ZSTD),
    roi_high Nullable(Float64) CODEC(ZSTD),
    break_even_margin Nullable(Float64) COMMENT 'cost / won_amount_minor: the margin at which it pays for itself; NULL where nothing was won' CODEC(ZSTD),
    treated_months UInt64 COMMENT 'rep-months from the start to the end of the payback window' CODEC(T64, ZSTD),
    null_months UInt64 COMMENT 'those of them in cells without an estimate' CODEC(T64, ZSTD),
    reason String COMMENT 'why roi is NULL' CODEC(ZSTD),
    -- Kirkpatrick and Phillips: 0 inputs, 1 reaction, 2 learning, 3 application, 4 impact, 5 return.
    levels Array(Tuple(level UInt8, name String, filled UInt8, evidence String)) COMMENT 'levels 0 to 5 of Kirkpatrick and Phillips: filled (1) with its evidence, or missing (0) with what is missing' CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
ORDER BY (generation, run, programme_id, basis)
SETTINGS non_replicated_deduplication_window = 10000;

-- One row a programme: how well it is measured.
CREATE TABLE IF NOT EXISTS programme_maturity
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(Delta, ZSTD),
    as_of DateTime64(6, 'UTC') CODEC(Delta, ZSTD),
    programme_id LowCardinality(String),
    level UInt8 COMMENT '0 to 5; each needs those below' CODEC(ZSTD),
    name LowCardinality(String) COMMENT 'absent, limited, basic, informative, insightful, transformational',
    missing Array(String) COMMENT 'what is missing for the next level, in words' CODEC(ZSTD),
    evidence Array(Tuple(level UInt8, claim String, met UInt8, evidence String)) COMMENT 'everything that the levels ask for, and what the data says to it' CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
ORDER BY (generation, run, programme_id)
SETTINGS non_replicated_deduplication_window = 10000;

-- One row a programme, leading and lagging metric: how well what a rep did in a month (training,
-- content) said what the rep would sell one median cycle later. It travels together; it is no proof
-- of cause.
CREATE TABLE IF NOT EXISTS leading_to_lagging
(
    generation UInt32 CODEC(Delta, ZSTD),
    run UInt64 CODEC(Delta, ZSTD),
    checkpoint UInt64 CODEC(Delta, ZSTD),
    as_of DateTime64(6, 'UTC') CODEC(Delta, ZSTD),
    programme_id LowCardinality(String),
    leading LowCardinality(String) COMMENT 'id of the glossary, of a rep and month in this programme',
    lagging LowCardinality(String) COMMENT 'id of the glossary, of the same rep, lag_months later',
    lag_months UInt32 COMMENT 'one median cycle, in whole months, at least 1' CODEC(T64, ZSTD),
    pairs UInt64 COMMENT 'rep-months with both numbers' CODEC(T64, ZSTD),
    correlation Nullable(Float64) COMMENT 'of Pearson; NULL where one of the two never changes' CODEC(ZSTD),
    correlation_low Nullable(Float64) COMMENT '95 % interval (Fisher)' CODEC(ZSTD),
    correlation_high Nullable(Float64) CODEC(ZSTD),
    slope Nullable(Float64) COMMENT 'lagging units for one unit of the leading metric' CODEC(ZSTD),
    predicted UInt64 COMMENT 'rep-months that were predicted from earlier months alone' CODEC(T64, ZSTD),
    mean_error Nullable(Float64) COMMENT 'root mean squared error of those predictions, in lagging units' CODEC(ZSTD),
    skill Nullable(Float64) COMMENT '1 - squared error / squared error of predicting the earlier mean: 1 perfect, 0 no better than the mean, below 0 worse' CODEC(ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY generation
ORDER BY (generation, run, programme_id, leading, lagging)
SETTINGS non_replicated_deduplication_window = 10000;

-- What was expected of a programme before its start: written by `feasible --record`, and scored by the
-- runs after it. Not of any generation: what was said stays said.
CREATE TABLE IF NOT EXISTS programme_forecast
(
    programme_id LowCardinality(String),
    as_of DateTime64(6, 'UTC') COMMENT 'until when anything had happened when it was said' CODEC(Delta, ZSTD),
    outcome LowCardinality(String) COMMENT 'id of the glossary',
    baseline Nullable(Float64) COMMENT 'mean outcome of the audience' CODEC(ZSTD),
    expected_effect Float64 COMMENT 'in units of the outcome' CODEC(ZSTD),
    reps UInt32 COMMENT 'of the audience' CODEC(T64, ZSTD),
    mde Nullable(Float64) COMMENT 'smallest effect that would be found with 80 %, over the planned months' CODEC(ZSTD),
    months Nullable(UInt32) COMMENT 'after which the expected effect is found with 80 %; NULL where it never is' CODEC(T64, ZSTD),
    recorded_at DateTime64(6, 'UTC') DEFAULT now64(6, 'UTC') CODEC(Delta, ZSTD)
)
ENGINE = MergeTree
ORDER BY (programme_id, as_of, outcome, recorded_at)
SETTINGS non_replicated_deduplication_window = 10000;
