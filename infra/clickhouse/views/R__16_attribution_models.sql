-- Attribution by every model beside each other: the rules divide each deal among its own touches,
-- markov and shapley look at all journeys together, in their newest run; a decomposition of what
-- happened together, not proof of cause. (${functions})

-- One row for each dimension, model and channel; 'unattributed' is what nothing touched. A share is
-- one of what was won with a touch; only the newest run's have an interval and a removal effect.
CREATE OR REPLACE VIEW model_credit AS
SELECT
    dimension, model, model_order, channel, conversions, value_minor,
    if(channel = 'unattributed', NULL,
        rate(conversions, sumIf(conversions, channel != 'unattributed')
            OVER (PARTITION BY dimension, model))) AS share,
    CAST(NULL, 'Nullable(Float64)') AS share_low,
    CAST(NULL, 'Nullable(Float64)') AS share_high,
    CAST(NULL, 'Nullable(Float64)') AS removal_effect
FROM
(
    SELECT
        'programme' AS dimension, model, 0 AS model_order, programme_id AS channel,
        attributed_deals AS conversions, attributed_amount_minor AS value_minor
    FROM programme_attribution
    WHERE period_kind = 'all'
    UNION ALL
    SELECT
        'content', model, 0, content_id, attributed_deals, attributed_amount_minor
    FROM content_attribution
    WHERE period_kind = 'all'
)
UNION ALL
SELECT
    toString(dimension), toString(model), model_order, channel, conversions, value_minor,
    share, share_low, share_high, removal_effect
FROM current_attribution_model;
