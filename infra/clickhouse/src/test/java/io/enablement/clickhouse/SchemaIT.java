package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.local.testing.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaIT {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir private Path files;

    @Test
    void appliesTablesThenViews() {
        assertThat(Schema.apply(database.url(), database.properties()))
                .containsExactly(
                        "V0001__facts.sql",
                        "V0002__results.sql",
                        "V0003__ledgers.sql",
                        "V0004__control.sql",
                        "R__01_current.sql",
                        "R__02_scorecards.sql",
                        "R__03_proof.sql");
    }

    @Test
    void changesNothingTheSecondTime() {
        Schema.apply(database.url(), database.properties());

        assertThat(Schema.apply(database.url(), database.properties())).isEmpty();
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
        Schema.apply(database.url(), database.properties());

        assertThat(
                        database.rows(
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
    void startsFiscalYearsInTheMonthThatItIsTold() {
        Schema.apply(database.url(), database.properties(), 4);

        assertThat(database.rows("SELECT fiscal_year_start()")).containsExactly("4");
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
        return Schema.apply(database.url(), database.properties(), 1, "filesystem:" + files);
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
