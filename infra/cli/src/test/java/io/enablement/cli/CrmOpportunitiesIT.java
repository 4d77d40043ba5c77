package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public data set the whole way: CSV, Kafka, Flink, ClickHouse, views; twice. */
final class CrmOpportunitiesIT {

    private static final String METRICS =
            """
            SELECT
                deals_won, deals_lost, close_rate_count, won_amount_minor, avg_deal_amount_minor,
                sales_velocity_minor,
                cycle_days_won_mean, cycle_days_won_median, cycle_days_won_p90,
                cycle_days_lost_mean, cycle_days_lost_median, cycle_days_lost_p90
            FROM %s
            WHERE deal_type = 'all' AND %s
            """;

    @TempDir private static Path directory;
    private static JsonNode expected;
    private static String firstSummary;
    private static Map<String, String> afterOnce;
    private static StoredResults afterTwice;

    @BeforeAll
    static void processTwice() throws IOException, InterruptedException {
        PublicData data = PublicData.of("crm-opportunities");
        expected = data.expected();
        firstSummary = process(data);
        try (StoredResults results = StoredResults.in(directory)) {
            afterOnce = results.fingerprints();
        }
        process(data);
        afterTwice = StoredResults.in(directory);
    }

    @AfterAll
    static void close() {
        if (afterTwice != null) {
            afterTwice.close();
        }
    }

    @Test
    void tellsWhatItHasRead() {
        assertThat(firstSummary)
                .containsPattern("Events +23,846")
                .containsPattern("duplicates +0")
                .containsPattern("dead letters +0")
                .containsPattern("deal +8,800");
    }

    @Test
    void givesTheNumbersOfTheWhole() throws IOException {
        claim(expected.path("overall"), "company_scorecard", "period_kind = 'all'");
    }

    @Test
    void givesTheNumbersOfEveryQuarter() throws IOException {
        for (Map.Entry<String, JsonNode> quarter : expected.path("by_close_quarter").properties()) {
            claim(
                    quarter.getValue(),
                    "company_scorecard",
                    "period_kind = 'quarter' AND period = '" + quarter.getKey() + "'");
        }
    }

    @Test
    void givesTheNumbersOfEveryManager() throws IOException {
        for (Map.Entry<String, JsonNode> manager : expected.path("by_manager").properties()) {
            claim(
                    manager.getValue(),
                    "team_scorecard",
                    "period_kind = 'all' AND team = '" + manager.getKey() + "'");
        }
    }

    @Test
    void countsNoOpenDealAsLost() throws IOException {
        JsonNode stages = expected.path("stage_counts");

        JsonNode deals =
                afterTwice.row(
                        "SELECT count() AS deals, countIf(status = 'open') AS open, countIf(created_time_quality = 'unknown') AS undated FROM current_deal");

        assertThat(deals.path("deals").asLong()).isEqualTo(expected.path("rows").asLong());
        assertThat(deals.path("open").asLong())
                .isEqualTo(stages.path("Engaging").asLong() + stages.path("Prospecting").asLong());
        assertThat(deals.path("undated").asLong()).isEqualTo(stages.path("Prospecting").asLong());
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        assertThat(afterTwice.fingerprints()).isEqualTo(afterOnce);
        assertThat(
                        afterTwice
                                .row(
                                        "SELECT sum(duplicates) AS duplicates FROM current_status WHERE job = 'cohort-metrics'")
                                .path("duplicates")
                                .asLong())
                .isEqualTo(23_846);
    }

    @Test
    void provesEveryResultByItsLedger() throws IOException {
        assertThat(afterTwice.rows("SELECT * FROM ledger_difference LIMIT 5")).isEmpty();
    }

    private static String process(PublicData data) throws IOException, InterruptedException {
        CommandLineProcess.Ended ended =
                CommandLineProcess.run(
                        "process",
                        "--mapping",
                        "crm-opportunities.yaml",
                        data.file("sales_pipeline.csv"),
                        "--data",
                        directory,
                        "--strict");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        return ended.output();
    }

    /** Counts and amounts exactly, quotients to 1e-9 of their size. */
    private static void claim(JsonNode wanted, String view, String where) throws IOException {
        JsonNode metrics = afterTwice.row(METRICS.formatted(view, where));
        assertThat(metrics.path("deals_won").asLong()).isEqualTo(wanted.path("won").asLong());
        assertThat(metrics.path("deals_lost").asLong()).isEqualTo(wanted.path("lost").asLong());
        assertThat(metrics.path("won_amount_minor").asLong())
                .isEqualTo(wanted.path("won_revenue").asLong() * 100);
        close(metrics.path("close_rate_count"), wanted.path("win_rate"), 1);
        close(metrics.path("avg_deal_amount_minor"), wanted.path("avg_won_deal"), 100);
        close(
                metrics.path("sales_velocity_minor"),
                wanted.path("sales_velocity_per_day")
                        .path("closed_x_winrate_x_avgwon_over_mean_won_cycle"),
                100);
        cycle(metrics, "cycle_days_won", wanted.path("cycle_days_won"));
        cycle(metrics, "cycle_days_lost", wanted.path("cycle_days_lost"));
    }

    private static void cycle(JsonNode metrics, String name, JsonNode wanted) {
        close(metrics.path(name + "_mean"), wanted.path("mean"), 1);
        close(metrics.path(name + "_median"), wanted.path("median_type7"), 1);
        close(metrics.path(name + "_p90"), wanted.path("p90_type7"), 1);
    }

    private static void close(JsonNode metric, JsonNode wanted, int unit) {
        double value = wanted.asDouble() * unit;
        assertThat(metric.isNumber()).isTrue();
        assertThat(metric.asDouble()).isCloseTo(value, within(1e-9 * Math.max(1, value)));
    }
}
