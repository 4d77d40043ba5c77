package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.local.testing.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaIT {

    /** With everything in it, which takes seconds; for tests that only look. */
    private static final TestDatabase COMPLETE = TestDatabase.empty();

    private static List<String> applied;

    private final TestDatabase database = TestDatabase.empty();

    @TempDir private Path files;

    @BeforeAll
    static void complete() {
        applied = Schema.apply(COMPLETE.url(), COMPLETE.properties());
    }

    @Test
    void appliesTablesThenViews() {
        assertThat(applied)
                .containsExactly(
                        "V0001__facts.sql",
                        "V0002__results.sql",
                        "V0003__ledgers.sql",
                        "V0004__control.sql",
                        "V0005__programme_parts.sql",
                        "V0006__event_log.sql",
                        "V0007__generations.sql",
                        "V0008__attribution.sql",
                        "V0009__impact.sql",
                        "V0010__rep_directory.sql",
                        "V0011__impact_manifest.sql",
                        "R__00_functions.sql",
                        "R__00_functions_audit.sql",
                        "R__01_current.sql",
                        "R__01_deals.sql",
                        "R__01_groups.sql",
                        "R__02_scorecards.sql",
                        "R__03_proof.sql",
                        "R__04_stages.sql",
                        "R__05_load.sql",
                        "R__06_programmes.sql",
                        "R__07_glossary.sql",
                        "R__08_explain.sql",
                        "R__09_generations.sql",
                        "R__09_restatements.sql",
                        "R__10_audit_events.sql",
                        "R__11_audit_deals.sql",
                        "R__12_audit_reps.sql",
                        "R__12_audit_touches.sql",
                        "R__13_audit_results.sql",
                        "R__14_known.sql",
                        "R__15_attribution.sql",
                        "R__16_attribution_models.sql",
                        "R__17_impact.sql",
                        "R__18_dashboard.sql");
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(Schema.apply(COMPLETE.url(), COMPLETE.properties())).isEmpty();
    }

    @Test
    void refusesATableFileThatChanged() throws IOException {
        write("V0001__deal.sql", "CREATE TABLE deal (id String) ENGINE = MergeTree ORDER BY id;");
        applyFiles();

        write("V0001__deal.sql", "CREATE TABLE deal (id UInt64) ENGINE = MergeTree ORDER BY id;");

        assertThatThrownBy(this::applyFiles)
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void makesAChangedViewAgain() throws IOException {
        write("R__answer.sql", "CREATE OR REPLACE VIEW answer AS SELECT 41 AS value;");
        applyFiles();

        write("R__answer.sql", "CREATE OR REPLACE VIEW answer AS SELECT 42 AS value;");

        assertThat(applyFiles()).containsExactly("R__answer.sql");
        assertThat(database.rows("SELECT value FROM answer")).containsExactly("42");
    }

    @Test
    void givesEveryTableADeduplicationWindow() {
        assertThat(
                        COMPLETE.rows(
                                """
                                SELECT name FROM system.tables
                                WHERE database = currentDatabase() AND name != 'schema_history'
                                    AND engine LIKE '%MergeTree'
                                    AND NOT match(create_table_query,
                                        'non_replicated_deduplication_window = 10000')
                                """))
                .isEmpty();
    }

    @Test
    void makesAllViewsAgainWhenTheCompanyDecidesOtherwise() {
        Schema.apply(database.url(), database.properties());

        List<String> files =
                Schema.apply(
                        database.url(),
                        database.properties(),
                        new Company(4, "Europe/Berlin", "EUR"));

        assertThat(files).hasSize(22).allMatch(file -> file.startsWith("R__"));
        assertThat(
                        database.rows(
                                "SELECT fiscal_year_start(), company_zone(), reporting_currency()"))
                .containsExactly("4 Europe/Berlin EUR");
    }

    @Test
    void definesEveryNumberOfTheScorecards() {
        assertThat(
                        COMPLETE.rows(
                                """
                                SELECT DISTINCT name FROM system.columns
                                WHERE database = currentDatabase()
                                    AND match(table, '_(scorecard|load|attribution)$')
                                    AND name NOT IN (SELECT id FROM metric_definition)
                                ORDER BY name
                                """))
                .containsExactly(
                        "basis",
                        "cohort",
                        "content_id",
                        "content_version",
                        "deal_type",
                        "employment",
                        "manager",
                        "model",
                        "period",
                        "period_end",
                        "period_kind",
                        "period_start",
                        "programme_id",
                        "region",
                        "rep_id",
                        "role",
                        "stage",
                        "stage_rank",
                        "team",
                        "touch_type");
    }

    @Test
    void namesEveryPartOfTheTables() {
        Parts parts = Parts.read();

        for (String table : List.of("rep_month", "cohort_metric")) {
            assertThat(
                            COMPLETE.rows(
                                    """
                                    SELECT name FROM system.columns
                                    WHERE database = currentDatabase() AND table = '%s'
                                        AND position >= (
                                            SELECT position FROM system.columns
                                            WHERE database = currentDatabase()
                                                AND table = '%s' AND name = 'created')
                                    ORDER BY position
                                    """
                                            .formatted(table, table)))
                    .isEqualTo(
                            Stream.concat(parts.sums().stream(), parts.histograms().stream())
                                    .toList());
        }
    }

    @Test
    void explainsTheColumnsOfTheScorecards() {
        assertThat(
                        COMPLETE.rows(
                                """
                                SELECT comment FROM system.columns
                                WHERE database = currentDatabase()
                                    AND table = 'team_scorecard' AND name = 'win_loss_ratio'
                                """))
                .containsExactly(
                        "Won : lost (times): won / lost, closed in the period. NULL: nothing was"
                                + " lost");
    }

    @Test
    void refusesACompanyThatIsNoText() {
        assertThatThrownBy(() -> new Company(1, "UTC'", "USD"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Company(1, "UTC", "US$"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Company(13, "UTC", "USD"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStatementForARealServerIsWellFormed() throws IOException {
        for (String file : List.of("0001_roles", "0002_rights", "0003_replication")) {
            for (String statement : statements(Path.of("server", file + ".sql"))) {
                assertThat(Services.execute("EXPLAIN AST " + statement)).isNotEmpty();
            }
        }
    }

    private List<String> applyFiles() {
        return Schema.apply(
                database.url(), database.properties(), Company.DEFAULT, "filesystem:" + files);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(files.resolve(name), sql);
    }

    private static List<String> statements(Path file) throws IOException {
        String code =
                Files.readString(file)
                        .replaceAll("(?m)^--.*$", "")
                        .replaceAll("\\{\\w+_password:String}", "'…'");
        return Arrays.stream(code.split(";\\s*\\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
