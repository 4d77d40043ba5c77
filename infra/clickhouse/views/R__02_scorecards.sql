-- Scorecards: every metric under its id, for each rep, team and cohort, for the counterpart of each
-- cohort and for the company, by month, quarter, year and over all time; the deal types apart and
-- together ('all'). Money is in minor units of the reporting currency. An empty denominator gives
-- NULL. What each number means stands in metric_definition. (${functions})

CREATE OR REPLACE VIEW scorecard AS
WITH {grain:String} AS grain, ${now}, ${groups_now}
${scorecard};

CREATE OR REPLACE VIEW scorecard_at AS
WITH {grain:String} AS grain, ${at_moment}, ${groups}
${scorecard};

-- The team, role and region shown are the latest of the period; as of an earlier moment, where a rep
-- moved within the last month, one of them.
CREATE OR REPLACE VIEW rep_scorecard_at AS
SELECT
    group_rep AS rep_id,
    latest_team AS team,
    latest_role AS role,
    latest_region AS region,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'rep');

CREATE OR REPLACE VIEW team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'team');

CREATE OR REPLACE VIEW company_scorecard_at AS
SELECT
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'company');

-- Beside the reps of the period, the size of the cohort.
CREATE OR REPLACE VIEW cohort_scorecard_at AS
SELECT
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'cohort')
INNER JOIN
(
    SELECT programme_id, basis, cohort, count() AS members
    FROM exposure_at(as_of = {as_of:DateTime64(6, 'UTC')})
    GROUP BY programme_id, basis, cohort
) AS membership USING (programme_id, basis, cohort);

-- The members of a cohort who were filed under a team.
CREATE OR REPLACE VIEW cohort_team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'cohort_team');

-- The counterpart of each row of cohort_scorecard: comparable reps whom the programme has not
-- reached yet, or never.
CREATE OR REPLACE VIEW control_scorecard_at AS
SELECT * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'control');

CREATE OR REPLACE VIEW control_team_scorecard_at AS
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM scorecard_at(as_of = {as_of:DateTime64(6, 'UTC')}, grain = 'control_team');

CREATE OR REPLACE VIEW rep_scorecard AS
WITH 'rep' AS grain, ${now}, ${groups_now}
SELECT
    group_rep AS rep_id,
    latest_team AS team,
    latest_role AS role,
    latest_region AS region,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW team_scorecard AS
WITH 'team' AS grain, ${now}, ${groups_now}
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW company_scorecard AS
WITH 'company' AS grain, ${now}, ${groups_now}
SELECT
    * EXCEPT (group_rep, group_team, programme_id, basis, cohort,
        latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW cohort_scorecard AS
WITH 'cohort' AS grain, ${now}, ${groups_now}
SELECT * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard}) AS scorecards
INNER JOIN
(
    SELECT programme_id, basis, cohort, count() AS members
    FROM current_exposure
    GROUP BY programme_id, basis, cohort
) AS membership USING (programme_id, basis, cohort);

CREATE OR REPLACE VIEW cohort_team_scorecard AS
WITH 'cohort_team' AS grain, ${now}, ${groups_now}
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW control_scorecard AS
WITH 'control' AS grain, ${now}, ${groups_now}
SELECT * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard});

CREATE OR REPLACE VIEW control_team_scorecard AS
WITH 'control_team' AS grain, ${now}, ${groups_now}
SELECT
    group_team AS team,
    * EXCEPT (group_rep, group_team, latest_team, latest_role, latest_region)
FROM (${scorecard});
