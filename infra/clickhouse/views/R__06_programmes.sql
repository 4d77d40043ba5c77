-- Programmes: what leads, before any result can be seen. (${functions})

-- Content belongs to the programme that its use names, else to every programme that lists it. Uses
-- on deals are not known by day; they stand on the first day of their month with a use.
CREATE OR REPLACE VIEW programme_content_day AS
SELECT
    programme_of_use AS programme_id,
    rep_id, content_id, content_version, last_published_day, month,
    toDate(addDays(month, day_of_month - 1)) AS day,
    uses_of_day,
    if(day_of_month = first_day, uses_on_deals, 0) AS on_deals
FROM
(
    SELECT
        rep_id, content_id, content_version, last_published_day, month, uses_on_deals,
        arrayMin(mapKeys(uses_by_day)) AS first_day,
        mapKeys(uses_by_day) AS days,
        mapValues(uses_by_day) AS uses_of_days,
        if(programme_id != '', [toString(programme_id)], listed.programmes) AS programmes_of_use
    FROM current_content_month
    LEFT JOIN
    (
        SELECT content_id, groupArray(toString(programme_id)) AS programmes
        FROM (SELECT programme_id, arrayJoin(content_ids) AS content_id FROM newest_programme)
        GROUP BY content_id
    ) AS listed USING (content_id)
    LEFT JOIN
    (
        SELECT
            content_id, content_version,
            toNullable(toDate(local_day(max(assumeNotNull(published_at))))) AS last_published_day
        FROM current_content_publication
        WHERE published_at IS NOT NULL
        GROUP BY content_id, content_version
    ) AS own USING (content_id, content_version)
)
ARRAY JOIN programmes_of_use AS programme_of_use
ARRAY JOIN days AS day_of_month, uses_of_days AS uses_of_day;

-- The version that was newest at the end of each day on which content was published.
CREATE OR REPLACE VIEW content_version_day AS
SELECT
    content_id,
    toDate(local_day(assumeNotNull(published_at))) AS published_day,
    argMax(content_version, (published_at, content_version)) AS newest_version
FROM current_content_publication
WHERE published_at IS NOT NULL AND content_version != ''
GROUP BY content_id, published_day;

-- A use is stale from the day after a newer version was published. Uses that name no version, and
-- content of which no version was published before, are not judged; a version that is used before
-- it was published, or on that day, is not stale.
CREATE OR REPLACE VIEW programme_content_month AS
SELECT
    programme_id, rep_id, month,
    sum(uses_of_day) AS uses,
    sum(on_deals) AS uses_on_deals,
    sumIf(uses_of_day, judged) AS judged_uses,
    sumIf(uses_of_day, judged AND content_version != newest_version AND NOT is_news) AS stale_uses
FROM
(
    SELECT
        *,
        content_version != '' AND newest_version != '' AS judged,
        ifNull(last_published_day >= day, false) AS is_news
    FROM programme_content_day AS used
    ASOF LEFT JOIN content_version_day AS published
        ON published.content_id = used.content_id AND published.published_day < used.day
)
GROUP BY programme_id, rep_id, month;

-- What concerns a programme, rep by rep: uses of its content, its audience with the deals that this
-- closed, and the months in which anything happened in it.
CREATE OR REPLACE VIEW programme_rep_month AS
SELECT
    programme_id, rep_id, month,
    uses, uses_on_deals, judged_uses, stale_uses,
    0 AS in_audience, toInt64(0) AS closed
FROM programme_content_month
UNION ALL
SELECT
    toString(programme_id), rep_id, month, 0, 0, 0, 0, 1 AS in_audience, won + lost AS closed
FROM rep_fact AS facts
CROSS JOIN newest_programme
WHERE rep_id != 'unassigned'
    AND in_audience(audience_roles, audience_regions, role, region)
UNION ALL
SELECT toString(programme_id), '' AS rep_id, month, 0, 0, 0, 0, 0, 0
FROM current_rep_month
WHERE programme_id != '';

CREATE OR REPLACE VIEW programme_content_period AS
SELECT
    programme_id, period_kind, period, period_start, period_end,
    sum(rep_uses) AS uses,
    sum(rep_judged_uses) AS judged_uses,
    sum(rep_stale_uses) AS stale_uses,
    countIf(is_audience) AS audience_reps,
    countIf(is_audience AND rep_uses > 0) AS audience_reps_using,
    sumIf(rep_uses, is_audience) AS audience_uses,
    sumIf(rep_uses_on_deals, is_audience) AS audience_uses_on_deals,
    sum(rep_closed) AS closed
FROM
(
    SELECT
        programme_id, rep_id,
        (arrayJoin(periods_of(month, fiscal_year_start())) AS span).1 AS period_kind,
        span.2 AS period, span.3 AS period_start, span.4 AS period_end,
        sum(uses) AS rep_uses,
        sum(uses_on_deals) AS rep_uses_on_deals,
        sum(judged_uses) AS rep_judged_uses,
        sum(stale_uses) AS rep_stale_uses,
        max(in_audience) = 1 AS is_audience,
        sum(closed) AS rep_closed
    FROM programme_rep_month
    GROUP BY programme_id, rep_id, period_kind, period, period_start, period_end
)
GROUP BY programme_id, period_kind, period, period_start, period_end;

-- The leading metrics of each programme: its trainings, whoever took part, and its content.
CREATE OR REPLACE VIEW programme_scorecard AS
WITH 'programme' AS grain, ${now}, ${groups_now}
SELECT
    programme_id, period_kind, period, period_start, period_end,
    audience_reps AS reps,
    trainings.* EXCEPT (programme_id, period_kind, period, period_start, period_end),
    uses AS content_uses,
    rate(audience_uses, reps) AS content_uses_per_rep,
    rate(audience_uses_on_deals, closed) AS content_uses_per_deal,
    rate(audience_reps_using, reps) AS share_of_reps_using_content,
    rate(stale_uses, judged_uses) AS share_of_stale_uses
FROM programme_content_period AS contents
LEFT JOIN (${programme_trainings}) AS trainings USING (programme_id, period_kind, period);

-- Of an earlier moment the content is not known.
CREATE OR REPLACE VIEW programme_scorecard_at AS
WITH 'programme' AS grain, ${at_moment}, ${groups}
SELECT
    programme_id, period_kind, period, period_start, period_end,
    CAST(NULL, 'Nullable(UInt64)') AS reps,
    trainings.* EXCEPT (programme_id, period_kind, period, period_start, period_end),
    CAST(NULL, 'Nullable(UInt64)') AS content_uses,
    CAST(NULL, 'Nullable(Float64)') AS content_uses_per_rep,
    CAST(NULL, 'Nullable(Float64)') AS content_uses_per_deal,
    CAST(NULL, 'Nullable(Float64)') AS share_of_reps_using_content,
    CAST(NULL, 'Nullable(Float64)') AS share_of_stale_uses
FROM (${programme_trainings}) AS trainings;

-- Work assignments by the stage for which they were made. Real are those whose deal exists.
CREATE OR REPLACE VIEW programme_assignment AS
SELECT
    programme_id, stage, period_kind, period, period_start, period_end,
    countIf(state = 'submitted') AS assignments_submitted,
    countIf(state = 'approved') AS assignments_approved,
    countIf(state = 'submitted' AND is_real) AS submitted_on_deals,
    countIf(state = 'approved' AND is_real) AS approved_on_deals,
    uniqExactIf(deal_id, is_real) AS assigned_deals,
    uniqExactIf(deal_id, is_real AND deal_status = 'won') AS assigned_deals_won
FROM
(
    SELECT
        assignments.programme_id AS programme_id, assignments.stage AS stage, state,
        assignments.deal_id AS deal_id,
        deals.status AS deal_status,
        deals.status NOT IN ('', 'deleted', 'merged') AS is_real,
        (arrayJoin(periods_of(
            toStartOfMonth(toDate(local_day(assumeNotNull(occurred_at)))), fiscal_year_start()))
            AS span).1 AS period_kind,
        span.2 AS period, span.3 AS period_start, span.4 AS period_end
    FROM current_assignment AS assignments
    LEFT JOIN current_deal AS deals ON deals.deal_id = assignments.deal_id
    WHERE occurred_at IS NOT NULL
)
GROUP BY programme_id, stage, period_kind, period, period_start, period_end;
