-- The functions of the audit, apart from those of the scorecards: it shares no formula with them.

-- What is known to the day only says which: it stands for midnight UTC, whatever the zone.
CREATE OR REPLACE FUNCTION audit_day AS (moment, quality) ->
    if(quality = 'DAY', toDate32(moment, 'UTC'), local_day(moment));

CREATE OR REPLACE FUNCTION month_of AS (day) -> toStartOfMonth(toDate(day));

-- Decimal places of a currency, ISO 4217. (Its code is not named as the column from which
-- reporting_currency() takes its own: the text of one would become part of the other.)
CREATE OR REPLACE FUNCTION currency_places AS (code) -> multiIf(
    code IN ('ADP', 'BIF', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'ISK', 'ITL', 'JPY', 'KMF', 'KRW',
        'LUF', 'MGF', 'PYG', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF',
        'BEF', 'GRD', 'PTE'), 0,
    code IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'), 3,
    code IN ('CLF', 'UYW'), 4,
    2);

-- A quotient rounded to the nearest whole number, halves to the even one. (A lambda gives a name to
-- what is used twice: the text of an argument is repeated wherever it is named.)
CREATE OR REPLACE FUNCTION half_even AS (numerator, denominator) -> arrayMap(
    (doubled, divisor) -> intDiv(doubled - positiveModulo(doubled, divisor), divisor)
        - (positiveModulo(doubled, divisor) = 0 AND positiveModulo(doubled, divisor * 2) != 0),
    [2 * (numerator) + (denominator)], [2 * (denominator)])[1];

-- Microseconds between two moments, in whole days where either is known to the day.
CREATE OR REPLACE FUNCTION micros_between AS (start, start_day, start_quality, end, end_day, end_quality) ->
    if(start_quality = 'DAY' OR end_quality = 'DAY',
        dateDiff('day', start_day, end_day) * 86400000000,
        dateDiff('microsecond', start, end));

-- Minor units of the reporting currency; the rate has 18 decimal places.
CREATE OR REPLACE FUNCTION converted AS (amount, code, rate) -> half_even(
    toInt256(amount) * CAST(toDecimal256(rate, 18) * 1000000000000000000, 'Int256')
        * toInt256(exp10(currency_places(reporting_currency()))),
    toInt256(1000000000000000000) * toInt256(exp10(currency_places(code))));

-- An amount in the reporting currency; NULL where there is none, or no rate (0), or a rate that is
-- none: it makes an amount of more than 17 digits.
CREATE OR REPLACE FUNCTION reporting_value AS (amount, code, rate) -> multiIf(
    isNull(amount), NULL,
    code = reporting_currency(), amount,
    rate = 0, NULL,
    arrayMap(
        minor -> if(abs(minor) > 99999999999999999, NULL, toInt64(minor)),
        [converted(assumeNotNull(amount), code, rate)])[1]);

-- An amount in parts as the weights, to the last unit: each gets its share rounded down, and the
-- largest remainders one more until nothing is left, of equal ones the first.
CREATE OR REPLACE FUNCTION remainders_of AS (amount, weights) ->
    arrayMap(weight -> toInt128(amount) * weight % arraySum(weights), weights);

CREATE OR REPLACE FUNCTION shares_of AS (amount, weights) -> arrayMap(
    (weight, remainder, place) -> toInt64(
        intDiv(toInt128(amount) * weight, arraySum(weights))
        + (arrayCount(
                (other, other_place) -> other > remainder OR other = remainder AND other_place < place,
                remainders_of(amount, weights), arrayEnumerate(weights))
            < amount - arraySum(
                each -> intDiv(toInt128(amount) * each, arraySum(weights)), weights))),
    weights, remainders_of(amount, weights), arrayEnumerate(weights));

-- When something happened to a deal, and whose the deal was then.
CREATE OR REPLACE FUNCTION audit_moment AS (owner, is_known, at, day, quality) -> CAST(
    (owner, is_known, at, day, quality),
    'Tuple(owner String, is_known UInt8, at DateTime64(6, \'UTC\'), day Date32, quality String)');

-- A moment from which something holds; what is known to the day holds from the local midnight.
CREATE OR REPLACE FUNCTION start_of AS (moment, day, quality) ->
    if(quality = 'DAY', toTimeZone(toDateTime64(toString(day), 6, company_zone()), 'UTC'), moment);

-- The same of when something happened to a deal; NULL where nobody knows.
CREATE OR REPLACE FUNCTION beginning_of AS (moment) -> arrayMap(
    known -> if(known.2, toNullable(start_of(known.3, known.4, known.5)), NULL), [moment])[1];

-- A time without a quality of its own is a day where it is midnight UTC.
CREATE OR REPLACE FUNCTION quality_of AS (moment) ->
    if(toUnixTimestamp64Micro(moment) % 86400000000 = 0, 'DAY', 'OCCURRED');

-- The order of kinds that happened and were recorded at one moment.
CREATE OR REPLACE FUNCTION kind_rank AS (kind) -> indexOf(
    ['CREATED', 'OWNER_CHANGED', 'STAGE_CHANGED', 'AMOUNT_CHANGED', 'CLOSE_DATE_CHANGED',
    'SPLIT_SET', 'QUALIFIED', 'REOPENED', 'DELETED', 'MERGED', 'UNDELETED', 'WON', 'LOST',
    'HIRED', 'CHANGED', 'RETURNED', 'ON_LEAVE', 'LEFT',
    'REQUESTED', 'ENROLLED', 'STARTED', 'COMPLETED', 'PASSED', 'FAILED', 'WAIVED',
    'ASSIGNMENT_SUBMITTED', 'ASSIGNMENT_APPROVED', 'SURVEYED', 'COACHED'], kind);

-- What an event (WON, LOST, DROPPED, WORK, DEFERRED, REOPENED) does to a deal in a state (OPEN,
-- WON, LOST, DROPPED). A close that repeats the outcome is no other close, unless nobody knows when
-- the first one was. Who drops a deal has closed it: only a win, work on it or a re-opening comes
-- after that; who has won or lost it can neither drop nor qualify it.
CREATE OR REPLACE FUNCTION is_close AS (what, state, is_timed) -> multiIf(
    what = 'WON', state != 'WON' OR NOT is_timed,
    what = 'LOST', state IN ('OPEN', 'WON') OR state = 'LOST' AND NOT is_timed,
    what = 'DROPPED', state = 'OPEN',
    0);

CREATE OR REPLACE FUNCTION is_opening AS (what, state) -> multiIf(
    what = 'REOPENED', state != 'OPEN',
    what IN ('WORK', 'DEFERRED'), state = 'DROPPED',
    0);

-- What is told of a journey, of a touch and of a credit, as the audit compares it. Weights are
-- compared to a millionth: the last bits of a power of two may differ.
CREATE OR REPLACE FUNCTION parts_of_journey AS
    (outcome, owner, created_at, qualified_at, closed_at, amount_minor, touches, left_out, flags) -> [
    (concat(outcome, ' of ', owner, ' created ', ifNull(toString(created_at), '-'),
        ' qualified ', ifNull(toString(qualified_at), '-'), ' closed ', ifNull(toString(closed_at), '-'),
        ' ', arrayStringConcat(arraySort(flags), ' ')), toInt64(1)),
    (if(isNull(amount_minor), 'without amount', 'amount'), ifNull(amount_minor, 1)),
    ('touches', toInt64(touches)),
    ('touches left out', toInt64(left_out))];

CREATE OR REPLACE FUNCTION part_of_touch AS
    (position, type, kind, source, id, occurred_at, rep_id, programme_id, course_id, content_id,
        content_version, linked_by, origin_deal_id) ->
    concatWithSeparator(' ', toString(position), type, kind, source, id, toString(occurred_at), rep_id,
        programme_id, course_id, content_id, content_version, linked_by, origin_deal_id);

-- The weight in whole millionths, cut where no fraction of a model lies: two ways to compute 0.1 / 64,
-- which ends in half a millionth, may differ in the last bit, and are equal.
CREATE OR REPLACE FUNCTION part_of_credit AS
    (model, position, type, source, id, rep_id, programme_id, course_id, content_id,
        content_version, weight, amount_minor, closed_at) ->
    concatWithSeparator(' ', model, toString(position), type, source, id, rep_id,
        programme_id, course_id, content_id, content_version,
        toString(toInt64(floor(weight * 1e6 + 0.314159265))), ifNull(toString(closed_at), '-'),
        multiIf(isNull(amount_minor), 'without amount', amount_minor = 0, 'nothing', 'amount'));
