-- What the dashboard asks beyond the scorecards: the same formulas for the reps of a team, role and
-- region, and for cohorts before and after their start. (${functions})

CREATE OR REPLACE VIEW chosen_rep_period AS
WITH ${now}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${rep_period});

CREATE OR REPLACE VIEW chosen_period AS
WITH ${now}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${group_period});

CREATE OR REPLACE VIEW chosen_scorecard AS
WITH ${now}, ${chosen}
SELECT
    group_rep AS side,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW chosen_rep_period_at AS
WITH ${at_moment}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${rep_period});

CREATE OR REPLACE VIEW chosen_period_at AS
WITH ${at_moment}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${group_period});

CREATE OR REPLACE VIEW chosen_scorecard_at AS
WITH ${at_moment}, ${chosen}
SELECT
    group_rep AS side,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard});

-- The events of deals without their raw bytes.
CREATE OR REPLACE VIEW deal_event AS
SELECT
    deal_id, kind, source, event_id, occurred_at, recorded_at, time_quality, owner, stage,
    amount_minor, currency, qualification, loss_reason, merged_into, topic, partition, offset
FROM current_event_log
WHERE topic = 'deal-events' AND family = 'deal' AND refused = '';

-- What each run said of each programme by the outcome that leads.
CREATE OR REPLACE VIEW impact_history AS
SELECT
    run, checkpoint, as_of, programme_id, basis, outcome, verdict, reasons, estimate, low, high,
    draws, seed
FROM programme_impact FINAL
WHERE generation = (SELECT generation FROM active_generation) AND leads = 1;
