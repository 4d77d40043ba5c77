-- What the programmes caused, in the newest run of the estimator, and one line a programme with all
-- that there is to say of it. The columns are explained in the tables. (${functions})

-- The newest run that looked at each programme, in the active generation. A run writes this table
-- last: before that, nothing of it is shown.
CREATE OR REPLACE VIEW newest_impact_run AS
SELECT programme_id, max(run) AS run
FROM programme_maturity
WHERE generation = (SELECT generation FROM active_generation)
GROUP BY programme_id;

CREATE OR REPLACE VIEW current_programme_impact AS
SELECT * EXCEPT (generation)
FROM programme_impact FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (programme_id, run) IN (SELECT programme_id, run FROM newest_impact_run);

CREATE OR REPLACE VIEW current_programme_effect AS
SELECT * EXCEPT (generation)
FROM programme_effect FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (programme_id, run) IN (SELECT programme_id, run FROM newest_impact_run);

CREATE OR REPLACE VIEW current_programme_roi AS
SELECT * EXCEPT (generation)
FROM programme_roi FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (programme_id, run) IN (SELECT programme_id, run FROM newest_impact_run);

CREATE OR REPLACE VIEW current_programme_maturity AS
SELECT * EXCEPT (generation)
FROM programme_maturity FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (programme_id, run) IN (SELECT programme_id, run FROM newest_impact_run);

CREATE OR REPLACE VIEW current_leading_to_lagging AS
SELECT * EXCEPT (generation)
FROM leading_to_lagging FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND (programme_id, run) IN (SELECT programme_id, run FROM newest_impact_run);

-- What was expected before the start, whatever generation was shown then.
CREATE OR REPLACE VIEW current_programme_forecast AS
SELECT *
FROM programme_forecast;

-- The manifest of every run that came to its end: a run writes it first, and programme_maturity last.
CREATE OR REPLACE VIEW impact_manifest_history AS
SELECT run, checkpoint, as_of, written_at, manifest, signature
FROM impact_manifest FINAL
WHERE generation = (SELECT generation FROM active_generation)
    AND run IN (
        SELECT run FROM programme_maturity
        WHERE generation = (SELECT generation FROM active_generation));

-- Of the runs that are shown: the newest, and earlier ones where it looked at some programmes alone.
CREATE OR REPLACE VIEW current_impact_manifest AS
SELECT *
FROM impact_manifest_history
WHERE run IN (SELECT run FROM newest_impact_run);

-- Evaluations whose payback window has ended: due until a run has read data from after its end.
CREATE OR REPLACE VIEW programme_evaluation AS
SELECT
    programme_id, name, primary_metric, launch_at, payback_end_at, as_of,
    ifNull(payback_end_at <= as_of, false) AS payback_over,
    evaluated_run,
    payback_over AND evaluated_run IS NULL AS due
FROM
(
    SELECT
        programmes.programme_id AS programme_id, name, primary_metric, launch_at, payback_end_at,
        (SELECT moment FROM data_until) AS as_of,
        arrayReduce('minOrNull', arrayMap(each -> each.2, arrayFilter(
            each -> ifNull(each.1 >= payback_end_at, false), runs))) AS evaluated_run
    FROM newest_programme AS programmes
    LEFT JOIN
    (
        SELECT toString(programme_id) AS programme_id, groupArray((programme_maturity.as_of, run)) AS runs
        FROM programme_maturity
        WHERE generation = (SELECT generation FROM active_generation)
        GROUP BY programme_id
    ) AS evaluated ON evaluated.programme_id = programmes.programme_id
);

-- One line a programme. The effect is that of the registered outcome on basis assigned; without one
-- (registration 'exploratory'), that of the newest definition's metric, which proves less. Before the
-- first run verdict, level and the like are empty.
CREATE OR REPLACE VIEW programme_overview AS
SELECT
    programmes.programme_id AS programme_id,
    programmes.name AS name,
    programme_type, owner, assignment, audience_roles, audience_regions,
    programmes.launch_at AS launch_at,
    programmes.payback_end_at AS payback_end_at,
    retired_at,
    programmes.primary_metric AS primary_metric,
    reps_assigned, reps_completed,
    impact.run AS run,
    if(impact.verdict = '', NULL, impact.as_of) AS as_of,
    impact.outcome AS outcome,
    impact.registration AS registration,
    impact.verdict AS verdict,
    impact.reasons AS reasons,
    impact.edits AS edits,
    impact.baseline AS baseline,
    impact.estimate AS estimate,
    impact.low AS low,
    impact.high AS high,
    impact.p_value AS p_value,
    roi.cost_minor AS cost_minor,
    roi.won_amount_minor AS won_amount_minor,
    roi.gain_minor AS gain_minor,
    roi.roi AS roi,
    roi.roi_low AS roi_low,
    roi.roi_high AS roi_high,
    roi.reason AS roi_reason,
    if(maturity.name = '', NULL, maturity.level) AS level,
    maturity.name AS level_name,
    maturity.missing AS missing,
    evaluation.payback_over AS payback_over,
    evaluation.due AS due
FROM newest_programme AS programmes
INNER JOIN programme_evaluation AS evaluation ON evaluation.programme_id = programmes.programme_id
LEFT JOIN
(
    SELECT
        programme_id,
        uniqExactIf(rep_id, basis = 'assigned') AS reps_assigned,
        uniqExactIf(rep_id, basis = 'completed') AS reps_completed
    FROM current_exposure
    GROUP BY programme_id
) AS exposed ON exposed.programme_id = programmes.programme_id
LEFT JOIN
(
    SELECT *
    FROM current_programme_impact
    WHERE basis = 'assigned' AND leads = 1
) AS impact ON impact.programme_id = programmes.programme_id
LEFT JOIN
(
    SELECT * FROM current_programme_roi WHERE basis = 'assigned'
) AS roi ON roi.programme_id = programmes.programme_id
LEFT JOIN current_programme_maturity AS maturity ON maturity.programme_id = programmes.programme_id;
