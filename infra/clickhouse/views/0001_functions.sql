-- Functions: arithmetic that several metrics share. A view keeps the text of the functions it uses,
-- so all views are created again when this file changes.

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

-- The month in which the fiscal year starts; the only place that says so.
CREATE OR REPLACE FUNCTION fiscal_year_start AS () -> 1;

-- The calendar month that stands where the month stands in its fiscal year, in the calendar year in
-- which that fiscal year ends.
CREATE OR REPLACE FUNCTION fiscal_month AS (month, start) -> addMonths(month, (13 - start) % 12);

CREATE OR REPLACE FUNCTION calendar_month AS (month, start) -> addMonths(month, -((13 - start) % 12));

-- The periods that contain a month: kind, name, first day, first day after. `all` has no ends.
CREATE OR REPLACE FUNCTION periods_of AS (month, start) -> [
    ('month', formatDateTime(month, '%Y-%m'),
        toNullable(month),
        toNullable(addMonths(month, 1))),
    ('quarter', formatDateTime(fiscal_month(month, start), '%Y-Q%Q'),
        toNullable(calendar_month(toStartOfQuarter(fiscal_month(month, start)), start)),
        toNullable(calendar_month(addQuarters(toStartOfQuarter(fiscal_month(month, start)), 1), start))),
    ('year', formatDateTime(fiscal_month(month, start), '%Y'),
        toNullable(calendar_month(toStartOfYear(fiscal_month(month, start)), start)),
        toNullable(calendar_month(addYears(toStartOfYear(fiscal_month(month, start)), 1), start))),
    ('all', 'all', NULL, NULL)];
