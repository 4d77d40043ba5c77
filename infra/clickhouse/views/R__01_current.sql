-- What is shown: the rows of the active generation without the columns of the sink. FINAL makes
-- them independent of background merges. (${functions})

-- A query evaluates a scalar subquery once, by its text: every view asks for the active generation
-- in the same words, so that no answer mixes two while another one is activated.
CREATE OR REPLACE VIEW active_generation AS
SELECT toUInt32(if(count() = 0, 1, argMax(generation, (activated_at, generation)))) AS generation
FROM pipeline_generation
WHERE job = 'cohort-metrics' AND state = 'active';

-- With what it was made; empty before its first publication.
CREATE OR REPLACE VIEW active_setting AS
SELECT
    anyIf(value, name = 'fiscal_year_start') AS fiscal_year_start,
    anyIf(value, name = 'zone') AS zone,
    anyIf(value, name = 'currency') AS currency
FROM generation_setting FINAL
WHERE job = 'cohort-metrics' AND generation = (SELECT generation FROM active_generation);

-- What the company has decided for its numbers.
CREATE OR REPLACE VIEW company_setting AS
SELECT
    fiscal_year_start() AS fiscal_year_start,
    company_zone() AS zone,
    reporting_currency() AS currency;

-- The archive of events has generations of its own: results come and go, what happened stays.
CREATE OR REPLACE VIEW archive_generation AS
SELECT toUInt32(if(count() = 0, 1, argMax(generation, (activated_at, generation)))) AS generation
FROM pipeline_generation
WHERE job = 'event-archive' AND state = 'active';

-- Every published checkpoint of the active generations. All jobs read the same records, so counts
-- may be added up within one job alone.
CREATE OR REPLACE VIEW current_status AS
SELECT * EXCEPT (generation)
FROM pipeline_status FINAL
WHERE generation = if(
    job = 'event-archive',
    (SELECT generation FROM archive_generation),
    (SELECT generation FROM active_generation));

-- The checkpoint up to which ledgers are read; 0 before the first publication.
CREATE OR REPLACE VIEW published_checkpoint AS
SELECT job, max(checkpoint) AS checkpoint, max(committed_at) AS committed_at
FROM current_status
GROUP BY job;

CREATE OR REPLACE VIEW current_deal AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM deal FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_deal_stage AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM deal_stage FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_rep AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM rep FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_quota AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM quota FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_programme AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM programme FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_content_publication AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM content_publication FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_assignment AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM assignment FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_content_month AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM content_month FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_rep_month AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM rep_month FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_exposure AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM exposure FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_cohort_metric AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM cohort_metric FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_journey AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM journey FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_touch AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM touch FINAL
WHERE generation = (SELECT generation FROM active_generation);

CREATE OR REPLACE VIEW current_attribution_credit AS
SELECT * EXCEPT (generation, version, is_deleted)
FROM attribution_credit FINAL
WHERE generation = (SELECT generation FROM active_generation);

-- The newest run of each model.
CREATE OR REPLACE VIEW current_attribution_model AS
SELECT * EXCEPT (generation)
FROM attribution_model FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (dimension, model, model_order, run) IN
    (
        SELECT dimension, model, model_order, max(run)
        FROM attribution_model
        WHERE generation = (SELECT generation FROM active_generation)
        GROUP BY dimension, model, model_order
    );

-- What could not be counted, by a name of its own, and when and to where it was last sent again.
CREATE OR REPLACE VIEW current_dead_letter AS
SELECT *
FROM
(
    SELECT
        lower(hex(cityHash64(reason, topic, partition, offset, origin, payload_hash))) AS letter_id,
        * EXCEPT (generation, version, is_deleted, job)
    FROM dead_letter FINAL
    WHERE generation = if(
        job = 'event-archive',
        (SELECT generation FROM archive_generation),
        (SELECT generation FROM active_generation))
) AS letter
LEFT JOIN
(
    SELECT
        reason, topic, partition, offset, origin, payload_hash,
        toNullable(last_replay.1) AS replayed_at,
        last_replay.2 AS replayed_topic,
        toNullable(last_replay.3) AS replayed_partition,
        toNullable(last_replay.4) AS replayed_offset
    FROM
    (
        SELECT
            reason, topic, partition, offset, origin, payload_hash,
            max((dead_letter_replay.replayed_at, toString(dead_letter_replay.replayed_topic),
                dead_letter_replay.replayed_partition, dead_letter_replay.replayed_offset))
                AS last_replay
        FROM dead_letter_replay
        GROUP BY reason, topic, partition, offset, origin, payload_hash
    )
) AS replay
USING (reason, topic, partition, offset, origin, payload_hash);

-- Every record of every topic that has been published.
CREATE OR REPLACE VIEW current_event_log AS
SELECT * EXCEPT (generation)
FROM event_log
WHERE generation = (SELECT generation FROM archive_generation)
    AND checkpoint <=
        (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'event-archive');

-- Ledgers show a checkpoint only when all of it is there. One job writes them.
CREATE OR REPLACE VIEW current_rep_ledger AS
SELECT * EXCEPT (generation)
FROM rep_ledger
WHERE generation = (SELECT generation FROM active_generation)
    AND checkpoint <=
        (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'cohort-metrics');

CREATE OR REPLACE VIEW current_membership_ledger AS
SELECT * EXCEPT (generation)
FROM membership_ledger
WHERE generation = (SELECT generation FROM active_generation)
    AND checkpoint <=
        (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'cohort-metrics');

CREATE OR REPLACE VIEW dead_letter_summary AS
SELECT
    reason,
    topic,
    count() AS dead_letters,
    countIf(replayed_at IS NOT NULL) AS replayed,
    min(record_at) AS first_record_at,
    max(record_at) AS last_record_at,
    argMax(detail, (record_at, offset)) AS last_detail
FROM current_dead_letter
GROUP BY reason, topic;

-- The generation, the checkpoint and the time of the data that are shown now.
CREATE OR REPLACE VIEW shown_now AS
SELECT
    generation, max(pipeline_status.checkpoint) AS checkpoint,
    max(greatest_occurred_at) AS occurred_until
FROM pipeline_status FINAL
WHERE job = 'cohort-metrics' AND generation = (SELECT generation FROM active_generation)
GROUP BY generation;

-- The same as of a moment; views ending in _at take the moment up to which publications count.
CREATE OR REPLACE VIEW shown_at AS
SELECT
    generation, max(pipeline_status.checkpoint) AS checkpoint,
    max(greatest_occurred_at) AS occurred_until
FROM pipeline_status FINAL
WHERE job = 'cohort-metrics' AND committed_at <= {as_of:DateTime64(6, 'UTC')}
    AND generation =
    (
        SELECT toUInt32(if(count() = 0, 1, argMax(generation, (activated_at, generation))))
        FROM pipeline_generation
        WHERE job = 'cohort-metrics' AND state = 'active'
            AND activated_at <= {as_of:DateTime64(6, 'UTC')}
    )
GROUP BY generation;

-- What has happened until when: today, as the formulas see it.
CREATE OR REPLACE VIEW data_until AS
SELECT occurred_until AS moment, local_day(occurred_until) AS day
FROM shown_now;
