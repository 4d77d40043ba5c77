-- Stages: how many deals entered each stage, went further, and how long they stayed. Known now
-- alone. (${functions})

CREATE OR REPLACE VIEW stage_metric AS
WITH {grain:String} AS grain
${stage_metric};

-- The same of the cohorts of one programme and of their controls (side). The programme is chosen
-- before it meets the deals.
CREATE OR REPLACE VIEW programme_stage AS
WITH rep_membership AS (${chosen_membership}), all_cohorts AS (${chosen_cohorts})
SELECT 'cohort' AS side, * EXCEPT (group_rep, group_team) FROM (WITH 'cohort' AS grain ${stage_metric})
UNION ALL
SELECT 'controls' AS side, * EXCEPT (group_rep, group_team) FROM (WITH 'control' AS grain ${stage_metric});

CREATE OR REPLACE VIEW company_stage_scorecard AS
WITH 'company' AS grain
SELECT * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW team_stage_scorecard AS
WITH 'team' AS grain
SELECT group_team AS team, * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW rep_stage_scorecard AS
WITH 'rep' AS grain
SELECT group_rep AS rep_id, * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW cohort_stage_scorecard AS
WITH 'cohort' AS grain
SELECT * EXCEPT (group_rep, group_team)
FROM (${stage_metric});

CREATE OR REPLACE VIEW control_stage_scorecard AS
WITH 'control' AS grain
SELECT * EXCEPT (group_rep, group_team)
FROM (${stage_metric});
