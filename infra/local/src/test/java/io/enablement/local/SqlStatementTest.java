package io.enablement.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlStatementTest {

    @Test
    void splitsAnInsertFromItsRows() {
        SqlStatement statement = read("INSERT INTO t (a) SETTINGS x = 1 FORMAT CSV \r\n\n 1\n");

        assertThat(statement.sql()).isEqualTo("INSERT INTO t (a) SETTINGS x = 1 ");
        assertThat(statement.format()).isEqualTo("CSV");
        assertThat(statement.rows()).asString(UTF_8).isEqualTo("\n 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "INSERT INTO t SELECT 1",
                "INSERT INTO t (format) VALUES ('FORMAT CSV')",
                "INSERT INTO t /* FORMAT CSV */ SELECT 1",
                "INSERT INTO t FORMAT Values (1)"
            })
    void leavesOtherInsertsWhole(String sql) {
        SqlStatement statement = read(sql);

        assertThat(statement.insertedRows()).isEmpty();
        assertThat(statement.sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FORMAT JSON",
                "-- FORMAT CSV\nSELECT ';' format JSON ;",
                "SELECT 'FORMAT CSV' FORMAT JSON SETTINGS max_threads = 1"
            })
    void knowsTheFormatOfTheAnswer(String sql) {
        assertThat(read(sql).format()).isEqualTo("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1; SELECT 2", "DROP TABLE x; -- and\n DROP TABLE y"})
    void refusesTwoStatements(String sql) {
        assertThatThrownBy(() -> read(sql)).hasMessageContaining("Multi-statements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-- nothing", "/* nothing"})
    void refusesAnEmptyStatement(String sql) {
        assertThatThrownBy(() -> read(sql)).hasMessageContaining("Empty query");
    }

    private static SqlStatement read(String sql) {
        return SqlStatement.read(sql.getBytes(UTF_8));
    }
}
