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
${chosen_scorecard};

CREATE OR REPLACE VIEW chosen_rep_period_at AS
WITH ${at_moment}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${rep_period});

CREATE OR REPLACE VIEW chosen_period_at AS
WITH ${at_moment}, ${chosen}
SELECT group_rep AS side, * EXCEPT (group_rep, group_team) FROM (${group_period});

CREATE OR REPLACE VIEW chosen_scorecard_at AS
WITH ${at_moment}, ${chosen}
${chosen_scorecard};

-- The scorecards for metrics whose formula has parts alone: nothing else is read. A view without
-- parameters is planned in half the time.
CREATE OR REPLACE VIEW rep_parts AS
WITH 'rep' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW team_parts AS
WITH 'team' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW company_parts AS
WITH 'company' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW cohort_parts AS
WITH 'cohort' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW cohort_team_parts AS
WITH 'cohort_team' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW control_parts AS
WITH 'control' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW control_team_parts AS
WITH 'control_team' AS grain, ${parts_alone}, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW chosen_parts AS
WITH ${parts_alone}, ${now}, ${chosen}
${chosen_scorecard};

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
