package io.enablement.streaming.job;

import io.enablement.clickhouse.Schema;
import io.enablement.local.testing.ClickHouseAddress;
import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.Table;
import java.util.List;
import java.util.Properties;

/** A database of a test with the product's tables and views. */
record ResultDatabase(ClickHouseAddress address, String name) {

    /** The tables whose live rows are a function of the set of events. */
    static final List<String> STATE_TABLES =
            List.of(
                    "deal",
                    "deal_stage",
                    "rep",
                    "quota",
                    "programme",
                    "content_publication",
                    "rep_month",
                    "content_month",
                    "assignment",
                    "exposure",
                    "cohort_metric",
                    "dead_letter");

    private static final String TABLES =
            """
            SELECT name FROM system.tables
            WHERE database = currentDatabase() AND name != 'schema_history'
                AND engine LIKE '%MergeTree'
            """;

    /** Views take seconds to make, so the tests of a process share them. */
    private static ResultDatabase shared;

    /** Tables without rows, and the views. */
    static synchronized ResultDatabase fresh() {
        if (shared == null) {
            shared = of(Services.address(), Services.freshDatabase());
        }
        shared.execute(TABLES)
                .lines()
                .forEach(table -> shared.execute("TRUNCATE TABLE `" + table + "`"));
        return shared;
    }

    /** Makes the tables and views. */
    static ResultDatabase of(ClickHouseAddress address, String name) {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        Schema.apply("jdbc:clickhouse:" + address.url() + "/" + name, login);
        return new ResultDatabase(address, name);
    }

    /** Number and hash of the rows that a reader sees, without version and generation. */
    String liveRows(String table, int generation) {
        return execute(
                "SELECT count(), groupBitXor(cityHash64(toString(tuple(* EXCEPT (generation, version))))) FROM %s FINAL WHERE generation = %d"
                        .formatted(table, generation));
    }

    /** Number and sum of the hashes of the rows that a reader sees, as the sink writes them. */
    String liveRows(Table table, int generation) {
        return execute(
                "SELECT count(), sum(xxHash64(formatRow('RowBinary', %s))) FROM %s FINAL WHERE generation = %d AND %s"
                        .formatted(
                                String.join(", ", table.columns()),
                                table.name(),
                                generation,
                                table.shared() ? "job = '" + CohortMetricsJob.NAME + "'" : "true"));
    }

    /** The same of a ledger whose entries of one place are added up. */
    String netEntries(Table ledger, int generation) {
        String place = String.join(", ", LedgerRow.place(ledger));
        return execute(
                """
                SELECT count(), sum(xxHash64(formatRow('RowBinary', %1$s, net)))
                FROM
                (
                    SELECT %1$s, sum(amount) AS net FROM %2$s WHERE generation = %3$d
                    GROUP BY %1$s HAVING net != 0
                )
                """
                        .formatted(place, ledger.name(), generation));
    }

    long number(String query) {
        return Long.parseLong(execute("SELECT " + query).strip());
    }

    String execute(String sql) {
        return address.execute(name, sql);
    }
}
