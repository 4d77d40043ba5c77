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

CREATE OR REPLACE VIEW rep_scorecard AS
WITH 'rep' AS grain, ${now}, ${groups_now}
${rep_scorecard};

CREATE OR REPLACE VIEW rep_scorecard_at AS
WITH 'rep' AS grain, ${at_moment}, ${groups}
${rep_scorecard};

CREATE OR REPLACE VIEW team_scorecard AS
WITH 'team' AS grain, ${now}, ${groups_now}
${team_scorecard};

CREATE OR REPLACE VIEW team_scorecard_at AS
WITH 'team' AS grain, ${at_moment}, ${groups}
${team_scorecard};

CREATE OR REPLACE VIEW company_scorecard AS
WITH 'company' AS grain, ${now}, ${groups_now}
${company_scorecard};

CREATE OR REPLACE VIEW company_scorecard_at AS
WITH 'company' AS grain, ${at_moment}, ${groups}
${company_scorecard};

CREATE OR REPLACE VIEW cohort_scorecard AS
WITH 'cohort' AS grain, ${now}, ${groups_now}
${cohort_scorecard};

CREATE OR REPLACE VIEW cohort_scorecard_at AS
WITH 'cohort' AS grain, ${at_moment}, ${groups}
${cohort_scorecard};

CREATE OR REPLACE VIEW cohort_team_scorecard AS
WITH 'cohort_team' AS grain, ${now}, ${groups_now}
${teams_scorecard};

CREATE OR REPLACE VIEW cohort_team_scorecard_at AS
WITH 'cohort_team' AS grain, ${at_moment}, ${groups}
${teams_scorecard};

-- The counterpart of each row of cohort_scorecard: comparable reps whom the programme has not
-- reached yet, or never.
CREATE OR REPLACE VIEW control_scorecard AS
WITH 'control' AS grain, ${now}, ${groups_now}
${control_scorecard};

CREATE OR REPLACE VIEW control_scorecard_at AS
WITH 'control' AS grain, ${at_moment}, ${groups}
${control_scorecard};

CREATE OR REPLACE VIEW control_team_scorecard AS
WITH 'control_team' AS grain, ${now}, ${groups_now}
${teams_scorecard};

CREATE OR REPLACE VIEW control_team_scorecard_at AS
WITH 'control_team' AS grain, ${at_moment}, ${groups}
${teams_scorecard};
