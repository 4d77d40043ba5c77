-- Stages: how many deals entered each stage, went further, and how long they stayed. Known now
-- alone. (${functions})

CREATE OR REPLACE VIEW stage_metric AS
WITH {grain:String} AS grain, ${stage_fact}
${stage_metric};

-- The same of the cohorts of one programme and of their controls (side). The programme is chosen
-- before it meets the deals, and these are read once for both.
CREATE OR REPLACE VIEW programme_stage AS
WITH stage_fact AS
(
    SELECT
        *,
        arrayConcat(
            arrayMap(own -> ('cohort', own.2, own.3, own.4, own.5),
                groups_of('cohort', rep_id, team, role, region, month,
                    exposures, reaches, programmes)),
            arrayMap(other -> ('controls', other.2, other.3, other.4, other.5),
                groups_of('control', rep_id, team, role, region, month,
                    exposures, reaches, programmes))) AS groups
    FROM stage_month
    LEFT JOIN (${chosen_membership}) AS membership USING (rep_id)
    CROSS JOIN (${chosen_cohorts}) AS everyone
)
SELECT group_rep AS side, * EXCEPT (group_rep, group_team)
FROM (${stage_metric});

CREATE OR REPLACE VIEW company_stage_scorecard AS
WITH 'company' AS grain, ${stage_fact}
SELECT * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW team_stage_scorecard AS
WITH 'team' AS grain, ${stage_fact}
SELECT group_team AS team, * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW rep_stage_scorecard AS
WITH 'rep' AS grain, ${stage_fact}
SELECT group_rep AS rep_id, * EXCEPT (group_rep, group_team, programme_id, basis, cohort)
FROM (${stage_metric});

CREATE OR REPLACE VIEW cohort_stage_scorecard AS
WITH 'cohort' AS grain, ${stage_fact}
SELECT * EXCEPT (group_rep, group_team)
FROM (${stage_metric});

CREATE OR REPLACE VIEW control_stage_scorecard AS
WITH 'control' AS grain, ${stage_fact}
SELECT * EXCEPT (group_rep, group_team)
FROM (${stage_metric});
