package io.enablement.streaming.job;

import io.enablement.clickhouse.Schema;
import io.enablement.local.testing.Services;
import java.util.List;
import java.util.Properties;

/** A database of a test with the product's tables and views. */
record ResultDatabase(String name) {

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

    static ResultDatabase fresh() {
        ResultDatabase database = new ResultDatabase(Services.freshDatabase());
        Properties login = new Properties();
        login.setProperty("user", Services.user());
        login.setProperty("password", Services.password());
        Schema.apply("jdbc:clickhouse:" + Services.clickHouseUrl() + "/" + database.name, login);
        return database;
    }

    /** Number and hash of the rows that a reader sees, without version and generation. */
    String liveRows(String table, int generation) {
        return execute(
                "SELECT count(), groupBitXor(cityHash64(toString(tuple(* EXCEPT (generation, version))))) FROM %s FINAL WHERE generation = %d"
                        .formatted(table, generation));
    }

    long number(String query) {
        return Long.parseLong(execute("SELECT " + query).strip());
    }

    String execute(String sql) {
        return Services.execute(name, sql);
    }
}
