-- Rights on the tables and views, after those have been applied, in the same database.

-- The jobs insert, and read back what they have committed; they change and drop nothing.
GRANT SELECT, INSERT ON event_log TO enablement_writer;
GRANT SELECT, INSERT ON deal TO enablement_writer;
GRANT SELECT, INSERT ON deal_stage TO enablement_writer;
GRANT SELECT, INSERT ON rep TO enablement_writer;
GRANT SELECT, INSERT ON quota TO enablement_writer;
GRANT SELECT, INSERT ON programme TO enablement_writer;
GRANT SELECT, INSERT ON content_publication TO enablement_writer;
GRANT SELECT, INSERT ON assignment TO enablement_writer;
GRANT SELECT, INSERT ON rep_month TO enablement_writer;
GRANT SELECT, INSERT ON content_month TO enablement_writer;
GRANT SELECT, INSERT ON exposure TO enablement_writer;
GRANT SELECT, INSERT ON cohort_metric TO enablement_writer;
GRANT SELECT, INSERT ON journey TO enablement_writer;
GRANT SELECT, INSERT ON touch TO enablement_writer;
GRANT SELECT, INSERT ON attribution_credit TO enablement_writer;
GRANT SELECT, INSERT ON attribution_model TO enablement_writer;
GRANT SELECT, INSERT ON programme_impact TO enablement_writer;
GRANT SELECT, INSERT ON programme_effect TO enablement_writer;
GRANT SELECT, INSERT ON programme_roi TO enablement_writer;
GRANT SELECT, INSERT ON programme_maturity TO enablement_writer;
GRANT SELECT, INSERT ON leading_to_lagging TO enablement_writer;
GRANT SELECT, INSERT ON programme_forecast TO enablement_writer;
GRANT SELECT, INSERT ON impact_manifest TO enablement_writer;
GRANT SELECT, INSERT ON rep_ledger TO enablement_writer;
GRANT SELECT, INSERT ON membership_ledger TO enablement_writer;
GRANT SELECT, INSERT ON dead_letter TO enablement_writer;
-- Who sends a dead letter again reads its record, and notes where it stands now; who fills Kafka
-- from the archive reads all records.
GRANT SELECT, INSERT ON dead_letter_replay TO enablement_writer;
GRANT SELECT ON current_dead_letter TO enablement_writer;
GRANT SELECT ON dead_letter_summary TO enablement_writer;
GRANT SELECT ON current_event_log TO enablement_writer;
GRANT SELECT, INSERT ON source_progress TO enablement_writer;
GRANT SELECT, INSERT ON pipeline_status TO enablement_writer;
GRANT SELECT, INSERT ON pipeline_generation TO enablement_writer;
GRANT SELECT, INSERT ON generation_setting TO enablement_writer;
-- A job refuses tables without a deduplication window: their definition says so.
GRANT SHOW TABLES, SHOW COLUMNS ON * TO enablement_writer;

-- An operator compares generations, says which is shown, and drops what nobody needs.
GRANT SELECT, INSERT ON pipeline_generation TO enablement_operator;
GRANT SELECT ON generation_setting TO enablement_operator;
GRANT SHOW TABLES, SHOW COLUMNS ON * TO enablement_operator;
GRANT SELECT, ALTER DELETE ON deal TO enablement_operator;
GRANT SELECT, ALTER DELETE ON deal_stage TO enablement_operator;
GRANT SELECT, ALTER DELETE ON rep TO enablement_operator;
GRANT SELECT, ALTER DELETE ON quota TO enablement_operator;
GRANT SELECT, ALTER DELETE ON programme TO enablement_operator;
GRANT SELECT, ALTER DELETE ON content_publication TO enablement_operator;
GRANT SELECT, ALTER DELETE ON assignment TO enablement_operator;
GRANT SELECT, ALTER DELETE ON rep_month TO enablement_operator;
GRANT SELECT, ALTER DELETE ON content_month TO enablement_operator;
GRANT SELECT, ALTER DELETE ON exposure TO enablement_operator;
GRANT SELECT, ALTER DELETE ON cohort_metric TO enablement_operator;
GRANT SELECT, ALTER DELETE ON journey TO enablement_operator;
GRANT SELECT, ALTER DELETE ON touch TO enablement_operator;
GRANT SELECT, ALTER DELETE ON attribution_credit TO enablement_operator;
GRANT SELECT, ALTER DELETE ON attribution_model TO enablement_operator;
GRANT SELECT, ALTER DELETE ON programme_impact TO enablement_operator;
GRANT SELECT, ALTER DELETE ON programme_effect TO enablement_operator;
GRANT SELECT, ALTER DELETE ON programme_roi TO enablement_operator;
GRANT SELECT, ALTER DELETE ON programme_maturity TO enablement_operator;
GRANT SELECT, ALTER DELETE ON leading_to_lagging TO enablement_operator;
GRANT SELECT, ALTER DELETE ON impact_manifest TO enablement_operator;
GRANT SELECT, ALTER DELETE ON rep_ledger TO enablement_operator;
GRANT SELECT, ALTER DELETE ON membership_ledger TO enablement_operator;
GRANT SELECT, ALTER DELETE ON dead_letter TO enablement_operator;
GRANT SELECT, ALTER DELETE ON source_progress TO enablement_operator;
GRANT SELECT, ALTER DELETE ON pipeline_status TO enablement_operator;
GRANT SELECT ON generation_list TO enablement_operator;
GRANT SELECT ON generation_progress TO enablement_operator;
GRANT SELECT ON generation_behind TO enablement_operator;
GRANT SELECT ON generation_setting_difference TO enablement_operator;
GRANT SELECT ON generation_difference TO enablement_operator;
GRANT SELECT ON generation_cause TO enablement_operator;
GRANT SELECT ON generation_comparison TO enablement_operator;
GRANT SELECT ON active_generation TO enablement_operator;

-- Readers see views only. The archive and the dead letters hold raw bytes of the sources: readers
-- get the summary of the dead letters.
GRANT SELECT ON company_setting TO enablement_reader;
GRANT SELECT ON active_generation TO enablement_reader;
GRANT SELECT ON current_status TO enablement_reader;
GRANT SELECT ON published_checkpoint TO enablement_reader;
GRANT SELECT ON current_deal TO enablement_reader;
GRANT SELECT ON current_deal_stage TO enablement_reader;
GRANT SELECT ON current_rep TO enablement_reader;
GRANT SELECT ON current_quota TO enablement_reader;
GRANT SELECT ON current_programme TO enablement_reader;
GRANT SELECT ON current_content_publication TO enablement_reader;
GRANT SELECT ON current_assignment TO enablement_reader;
GRANT SELECT ON current_rep_month TO enablement_reader;
GRANT SELECT ON current_content_month TO enablement_reader;
GRANT SELECT ON current_exposure TO enablement_reader;
GRANT SELECT ON current_cohort_metric TO enablement_reader;
GRANT SELECT ON current_journey TO enablement_reader;
GRANT SELECT ON current_touch TO enablement_reader;
GRANT SELECT ON current_attribution_credit TO enablement_reader;
GRANT SELECT ON current_attribution_model TO enablement_reader;
GRANT SELECT ON current_rep_ledger TO enablement_reader;
GRANT SELECT ON current_membership_ledger TO enablement_reader;
GRANT SELECT ON dead_letter_summary TO enablement_reader;
GRANT SELECT ON rep_scorecard TO enablement_reader;
GRANT SELECT ON rep_scorecard_at TO enablement_reader;
GRANT SELECT ON team_scorecard TO enablement_reader;
GRANT SELECT ON team_scorecard_at TO enablement_reader;
GRANT SELECT ON company_scorecard TO enablement_reader;
GRANT SELECT ON company_scorecard_at TO enablement_reader;
GRANT SELECT ON cohort_scorecard TO enablement_reader;
GRANT SELECT ON cohort_scorecard_at TO enablement_reader;
GRANT SELECT ON cohort_team_scorecard TO enablement_reader;
GRANT SELECT ON cohort_team_scorecard_at TO enablement_reader;
GRANT SELECT ON control_scorecard TO enablement_reader;
GRANT SELECT ON control_scorecard_at TO enablement_reader;
GRANT SELECT ON control_team_scorecard TO enablement_reader;
GRANT SELECT ON control_team_scorecard_at TO enablement_reader;
GRANT SELECT ON programme_scorecard TO enablement_reader;
GRANT SELECT ON programme_scorecard_at TO enablement_reader;
GRANT SELECT ON rep_stage_scorecard TO enablement_reader;
GRANT SELECT ON team_stage_scorecard TO enablement_reader;
GRANT SELECT ON company_stage_scorecard TO enablement_reader;
GRANT SELECT ON cohort_stage_scorecard TO enablement_reader;
GRANT SELECT ON control_stage_scorecard TO enablement_reader;
GRANT SELECT ON programme_attribution TO enablement_reader;
GRANT SELECT ON content_attribution TO enablement_reader;
GRANT SELECT ON content_version_attribution TO enablement_reader;
GRANT SELECT ON touch_type_attribution TO enablement_reader;
GRANT SELECT ON team_attribution TO enablement_reader;
GRANT SELECT ON programme_divergence TO enablement_reader;
GRANT SELECT ON model_credit TO enablement_reader;
GRANT SELECT ON content_without_win TO enablement_reader;
GRANT SELECT ON stale_content_touch TO enablement_reader;
GRANT SELECT ON merged_without_target TO enablement_reader;
GRANT SELECT ON attribution_flag TO enablement_reader;
GRANT SELECT ON attribution_proof TO enablement_reader;
GRANT SELECT ON current_programme_impact TO enablement_reader;
GRANT SELECT ON current_programme_effect TO enablement_reader;
GRANT SELECT ON current_programme_roi TO enablement_reader;
GRANT SELECT ON current_programme_maturity TO enablement_reader;
GRANT SELECT ON current_leading_to_lagging TO enablement_reader;
GRANT SELECT ON current_programme_forecast TO enablement_reader;
GRANT SELECT ON current_impact_manifest TO enablement_reader;
GRANT SELECT ON impact_manifest_history TO enablement_reader;
GRANT SELECT ON programme_evaluation TO enablement_reader;
GRANT SELECT ON programme_overview TO enablement_reader;
GRANT SELECT ON programme_assignment TO enablement_reader;
GRANT SELECT ON open_deal TO enablement_reader;
GRANT SELECT ON rep_load TO enablement_reader;
GRANT SELECT ON manager_load TO enablement_reader;
GRANT SELECT ON newest_programme TO enablement_reader;
GRANT SELECT ON data_until TO enablement_reader;
GRANT SELECT ON busy_month TO enablement_reader;
GRANT SELECT ON busy_month_at TO enablement_reader;
GRANT SELECT ON metric_definition TO enablement_reader;
GRANT SELECT ON ledger_difference TO enablement_reader;
-- What explain and restatements ask; of an event they name identity, times and place, no bytes.
GRANT SELECT ON metric_expression TO enablement_reader;
GRANT SELECT ON metric_number TO enablement_reader;
GRANT SELECT ON number_definition TO enablement_reader;
GRANT SELECT ON scorecard TO enablement_reader;
GRANT SELECT ON scorecard_at TO enablement_reader;
GRANT SELECT ON group_period TO enablement_reader;
GRANT SELECT ON group_period_at TO enablement_reader;
GRANT SELECT ON stage_metric TO enablement_reader;
GRANT SELECT ON programme_stage TO enablement_reader;
GRANT SELECT ON explained_part TO enablement_reader;
GRANT SELECT ON explained_part_at TO enablement_reader;
GRANT SELECT ON explained_use TO enablement_reader;
GRANT SELECT ON explained_use_at TO enablement_reader;
GRANT SELECT ON explained_rep TO enablement_reader;
GRANT SELECT ON explained_member TO enablement_reader;
GRANT SELECT ON explained_member_at TO enablement_reader;
GRANT SELECT ON explained_fact TO enablement_reader;
GRANT SELECT ON explained_open_deal TO enablement_reader;
GRANT SELECT ON explained_assignment TO enablement_reader;
GRANT SELECT ON explained_programme_rep TO enablement_reader;
GRANT SELECT ON restatement TO enablement_reader;
GRANT SELECT ON known_scorecard TO enablement_reader;
GRANT SELECT ON known_period TO enablement_reader;
GRANT SELECT ON known_part TO enablement_reader;
GRANT SELECT ON known_member TO enablement_reader;
GRANT SELECT ON audited_rep_month TO enablement_reader;
GRANT SELECT ON audited_exposure TO enablement_reader;
GRANT SELECT ON audited_cohort_metric TO enablement_reader;
GRANT SELECT ON audited_journey TO enablement_reader;
GRANT SELECT ON audited_touch TO enablement_reader;
GRANT SELECT ON audited_credit TO enablement_reader;
GRANT SELECT ON audit_comparison TO enablement_reader;
GRANT SELECT ON audit_difference TO enablement_reader;
GRANT SELECT ON audit_unread TO enablement_reader;

-- The dashboard asks these as well. It shows names to those who may see them: revoke the role to show
-- none.
GRANT SELECT ON newest_impact_run TO enablement_reader;
GRANT SELECT ON impact_history TO enablement_reader;
GRANT SELECT ON generation_list TO enablement_reader;
GRANT SELECT ON deal_event TO enablement_reader;
GRANT SELECT ON programme_content_day TO enablement_reader;
GRANT SELECT ON programme_touch TO enablement_reader;
GRANT SELECT ON chosen_scorecard TO enablement_reader;
GRANT SELECT ON chosen_scorecard_at TO enablement_reader;
GRANT SELECT ON chosen_period TO enablement_reader;
GRANT SELECT ON chosen_period_at TO enablement_reader;
GRANT SELECT ON rep_parts TO enablement_reader;
GRANT SELECT ON team_parts TO enablement_reader;
GRANT SELECT ON company_parts TO enablement_reader;
GRANT SELECT ON cohort_parts TO enablement_reader;
GRANT SELECT ON cohort_team_parts TO enablement_reader;
GRANT SELECT ON control_parts TO enablement_reader;
GRANT SELECT ON control_team_parts TO enablement_reader;
GRANT SELECT ON chosen_parts TO enablement_reader;
GRANT SELECT ON chosen_rep_period TO enablement_reader;
GRANT SELECT ON chosen_rep_period_at TO enablement_reader;
GRANT SELECT ON rep_directory TO enablement_rep_directory;
GRANT SELECT, INSERT ON rep_directory TO enablement_operator;
GRANT ALTER DELETE ON rep_directory TO enablement_operator;
GRANT enablement_rep_directory TO enablement_dashboard;

-- An auditor reads what a reader reads, and the records behind it.
GRANT enablement_reader TO enablement_auditor;
GRANT SELECT ON current_event_log TO enablement_auditor;

-- A team lead sees the own teams' reps and the own teams, and no others.
CREATE TABLE IF NOT EXISTS team_access
(
    user_name String,
    team LowCardinality(String)
)
ENGINE = ReplacingMergeTree
-- A policy asks for the teams of one user.
ORDER BY (user_name, team);
GRANT SELECT ON team_access TO enablement_team_lead;
GRANT SELECT ON rep_scorecard TO enablement_team_lead;
GRANT SELECT ON team_scorecard TO enablement_team_lead;
GRANT SELECT ON metric_definition TO enablement_team_lead;

CREATE ROW POLICY IF NOT EXISTS own_reps ON rep_scorecard
    USING team IN (SELECT team FROM team_access WHERE user_name = currentUser())
    TO enablement_team_lead;
CREATE ROW POLICY IF NOT EXISTS own_teams ON team_scorecard
    USING team IN (SELECT team FROM team_access WHERE user_name = currentUser())
    TO enablement_team_lead;
-- A table with a policy hides its rows from everybody whom no policy names.
CREATE ROW POLICY IF NOT EXISTS all_reps ON rep_scorecard
    USING 1 TO ALL EXCEPT enablement_team_lead;
CREATE ROW POLICY IF NOT EXISTS all_teams ON team_scorecard
    USING 1 TO ALL EXCEPT enablement_team_lead;
