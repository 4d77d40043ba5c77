-- Replication: turns the tables into replicated ones on the first replica, once, after they have
-- been applied and while no job runs. The window of a replicated table counts blocks, and also
-- forgets them by age (an hour by default), which would let a commit that is retried after a long
-- outage count twice: a month is longer than any outage that Flink's retained checkpoints survive.
-- Further replicas create the tables from SHOW CREATE TABLE of the first, with its UUID.

DETACH TABLE deal;
ATTACH TABLE deal AS REPLICATED;
SYSTEM RESTORE REPLICA deal;
ALTER TABLE deal MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE deal_stage;
ATTACH TABLE deal_stage AS REPLICATED;
SYSTEM RESTORE REPLICA deal_stage;
ALTER TABLE deal_stage MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE rep;
ATTACH TABLE rep AS REPLICATED;
SYSTEM RESTORE REPLICA rep;
ALTER TABLE rep MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE quota;
ATTACH TABLE quota AS REPLICATED;
SYSTEM RESTORE REPLICA quota;
ALTER TABLE quota MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme;
ATTACH TABLE programme AS REPLICATED;
SYSTEM RESTORE REPLICA programme;
ALTER TABLE programme MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE content_publication;
ATTACH TABLE content_publication AS REPLICATED;
SYSTEM RESTORE REPLICA content_publication;
ALTER TABLE content_publication MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE assignment;
ATTACH TABLE assignment AS REPLICATED;
SYSTEM RESTORE REPLICA assignment;
ALTER TABLE assignment MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE content_month;
ATTACH TABLE content_month AS REPLICATED;
SYSTEM RESTORE REPLICA content_month;
ALTER TABLE content_month MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE rep_month;
ATTACH TABLE rep_month AS REPLICATED;
SYSTEM RESTORE REPLICA rep_month;
ALTER TABLE rep_month MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE exposure;
ATTACH TABLE exposure AS REPLICATED;
SYSTEM RESTORE REPLICA exposure;
ALTER TABLE exposure MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE cohort_metric;
ATTACH TABLE cohort_metric AS REPLICATED;
SYSTEM RESTORE REPLICA cohort_metric;
ALTER TABLE cohort_metric MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE journey;
ATTACH TABLE journey AS REPLICATED;
SYSTEM RESTORE REPLICA journey;
ALTER TABLE journey MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE touch;
ATTACH TABLE touch AS REPLICATED;
SYSTEM RESTORE REPLICA touch;
ALTER TABLE touch MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE attribution_credit;
ATTACH TABLE attribution_credit AS REPLICATED;
SYSTEM RESTORE REPLICA attribution_credit;
ALTER TABLE attribution_credit MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE attribution_model;
ATTACH TABLE attribution_model AS REPLICATED;
SYSTEM RESTORE REPLICA attribution_model;
ALTER TABLE attribution_model MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme_impact;
ATTACH TABLE programme_impact AS REPLICATED;
SYSTEM RESTORE REPLICA programme_impact;
ALTER TABLE programme_impact MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme_effect;
ATTACH TABLE programme_effect AS REPLICATED;
SYSTEM RESTORE REPLICA programme_effect;
ALTER TABLE programme_effect MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme_roi;
ATTACH TABLE programme_roi AS REPLICATED;
SYSTEM RESTORE REPLICA programme_roi;
ALTER TABLE programme_roi MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme_maturity;
ATTACH TABLE programme_maturity AS REPLICATED;
SYSTEM RESTORE REPLICA programme_maturity;
ALTER TABLE programme_maturity MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE leading_to_lagging;
ATTACH TABLE leading_to_lagging AS REPLICATED;
SYSTEM RESTORE REPLICA leading_to_lagging;
ALTER TABLE leading_to_lagging MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE programme_forecast;
ATTACH TABLE programme_forecast AS REPLICATED;
SYSTEM RESTORE REPLICA programme_forecast;
ALTER TABLE programme_forecast MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE impact_manifest;
ATTACH TABLE impact_manifest AS REPLICATED;
SYSTEM RESTORE REPLICA impact_manifest;
ALTER TABLE impact_manifest MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE rep_ledger;
ATTACH TABLE rep_ledger AS REPLICATED;
SYSTEM RESTORE REPLICA rep_ledger;
ALTER TABLE rep_ledger MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE membership_ledger;
ATTACH TABLE membership_ledger AS REPLICATED;
SYSTEM RESTORE REPLICA membership_ledger;
ALTER TABLE membership_ledger MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE dead_letter;
ATTACH TABLE dead_letter AS REPLICATED;
SYSTEM RESTORE REPLICA dead_letter;
ALTER TABLE dead_letter MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE source_progress;
ATTACH TABLE source_progress AS REPLICATED;
SYSTEM RESTORE REPLICA source_progress;
ALTER TABLE source_progress MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE pipeline_status;
ATTACH TABLE pipeline_status AS REPLICATED;
SYSTEM RESTORE REPLICA pipeline_status;
ALTER TABLE pipeline_status MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE pipeline_generation;
ATTACH TABLE pipeline_generation AS REPLICATED;
SYSTEM RESTORE REPLICA pipeline_generation;
ALTER TABLE pipeline_generation MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE generation_setting;
ATTACH TABLE generation_setting AS REPLICATED;
SYSTEM RESTORE REPLICA generation_setting;
ALTER TABLE generation_setting MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE event_log;
ATTACH TABLE event_log AS REPLICATED;
SYSTEM RESTORE REPLICA event_log;
ALTER TABLE event_log MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE dead_letter_replay;
ATTACH TABLE dead_letter_replay AS REPLICATED;
SYSTEM RESTORE REPLICA dead_letter_replay;
ALTER TABLE dead_letter_replay MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;

DETACH TABLE rep_directory;
ATTACH TABLE rep_directory AS REPLICATED;
SYSTEM RESTORE REPLICA rep_directory;
ALTER TABLE rep_directory MODIFY SETTING
    replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2678400;
