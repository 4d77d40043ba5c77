-- The functions that the views share. A view keeps the text of the functions it was made with: a
-- change here makes every file that names the placeholder of this one run again.

-- What the company has decided: the settings of the job that wrote the active generation, and until
-- one has, those that the tables were made with.
CREATE OR REPLACE FUNCTION fiscal_year_start AS () ->
    ifNull(toUInt8OrNull((SELECT fiscal_year_start FROM active_setting)), ${fiscal_year_start});
CREATE OR REPLACE FUNCTION company_zone AS () ->
    ifNull(nullIf((SELECT zone FROM active_setting), ''), '${zone}');
CREATE OR REPLACE FUNCTION reporting_currency AS () ->
    ifNull(nullIf((SELECT currency FROM active_setting), ''), '${currency}');

-- The share of a month's quota from which on a new rep counts as ramped.
CREATE OR REPLACE FUNCTION ramp_share AS () -> 1;

-- The models that divide a won deal among its own touches by a rule.
CREATE OR REPLACE FUNCTION attribution_models AS () ->
    ['first', 'last', 'linear', 'position', 'time_decay', 'w_shaped'];

-- Empty where the whole is empty: a rate of zero would say that everything was lost.
CREATE OR REPLACE FUNCTION rate AS (part, whole) -> part / nullIf(whole, 0);

CREATE OR REPLACE FUNCTION days_of AS (micros) -> micros / 86400000000;

CREATE OR REPLACE FUNCTION local_day AS (moment) -> toDate32(moment, company_zone());

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

-- Gini coefficient of x: sum of (2i - n - 1) x(i) / (n sum of x), x sorted; NULL where the sum is 0.
CREATE OR REPLACE FUNCTION gini AS (x) ->
    arraySum((value, place) -> (2 * place - length(x) - 1) * toFloat64(value),
        arraySort(x), arrayEnumerate(x))
        / nullIf(length(x) * arraySum(value -> toFloat64(value), x), 0);

-- Kaplan-Meier: lives (time, 1 where it happened, 0 where it was seen no longer), in order of time.
CREATE OR REPLACE FUNCTION by_time AS (lives) -> arraySort(life -> (life.1, 1 - life.2), lives);

-- The share that is left after each life: a product of 1 - 1 / (those still seen) over the events.
CREATE OR REPLACE FUNCTION survival AS (lives_by_time) ->
    arrayMap(logarithm -> exp(logarithm), arrayCumSum(arrayMap(
        (life, place) -> log(1 - life.2 / (length(lives_by_time) - place + 1)),
        lives_by_time, arrayEnumerate(lives_by_time))));

-- The first time at which at most half are left; NULL where more than half are left.
CREATE OR REPLACE FUNCTION kaplan_meier_median AS (lives) ->
    arrayReduce('minOrNull', arrayMap(
        (life, left_over) -> if(life.2 = 1 AND left_over <= 0.500000001, toNullable(life.1), NULL),
        by_time(lives), survival(by_time(lives))));

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

-- How much of a period is over, 0 to 1; NULL before it begins and for a period without ends.
CREATE OR REPLACE FUNCTION share_elapsed AS (period_start, period_end, moment) ->
    if(isNull(period_end) OR isNull(moment), NULL, nullIf(greatest(0, least(1,
        (toUnixTimestamp64Micro(moment)
            - toUnixTimestamp(toDateTime(period_start, company_zone())) * 1000000)
        / ((toUnixTimestamp(toDateTime(period_end, company_zone()))
            - toUnixTimestamp(toDateTime(period_start, company_zone()))) * 1000000))), 0));

-- No role or region named means all of them.
CREATE OR REPLACE FUNCTION in_audience AS (roles, regions, role, region) ->
    (empty(roles) OR has(roles, toString(role)))
    AND (empty(regions) OR has(regions, toString(region)));

-- The groups (rep, team, programme, basis, cohort) of one grain in which a month of a rep counts.
--   exposures (programme, basis, cohort): the cohorts of the rep
--   reaches (programme, month): when a programme reached the rep
--   programmes (programme, roles, regions, cohorts as in exposures): all, with their audiences
-- The counterpart of a cohort are reps of the audience whom the programme has not reached yet, or
-- never; its own members are none of them, not even before its month.
CREATE OR REPLACE FUNCTION groups_of AS
    (grain, rep_id, team, role, region, month, exposures, reaches, programmes) ->
    if(grain = 'rep', [(rep_id, '', '', '', '')],
    if(grain = 'team', [('', toString(team), '', '', '')],
    if(grain = 'company', [('', '', '', '', '')],
    if(grain IN ('cohort', 'cohort_team'),
        arrayMap(exposure ->
            ('', if(grain = 'cohort', '', toString(team)), exposure.1, exposure.2, exposure.3),
            exposures),
    if(grain IN ('control', 'control_team') AND rep_id != 'unassigned',
        arrayMap(cohort ->
            ('', if(grain = 'control', '', toString(team)), cohort.1, cohort.2, cohort.3),
            arrayFilter(cohort -> NOT has(exposures, cohort),
                arrayFlatten(arrayMap(programme -> programme.4,
                    arrayFilter(programme ->
                        in_audience(programme.2, programme.3, role, region)
                        AND NOT arrayExists(
                            reach -> reach.1 = programme.1 AND reach.2 <= month, reaches),
                        programmes))))),
    [])))));
