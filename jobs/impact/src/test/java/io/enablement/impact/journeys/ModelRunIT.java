package io.enablement.impact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.clickhouse.Schema;
import io.enablement.impact.ResultDatabase;
import io.enablement.local.testing.Services;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The journeys p-1 → p-2 → p-3 won with 100.01, p-1 lost, p-2 → p-3 dropped, and one that was won
 * with 50.00 and no touch. The use of p-1 names its content alone.
 */
final class ModelRunIT {

    private static final String RUN =
            """
            SELECT channel, conversions, value_minor, share, removal_effect
            FROM current_attribution_model
            WHERE dimension = '%s' AND model = '%s' ORDER BY channel FORMAT TSV
            """;

    private static String database;

    @BeforeAll
    static void makeTables() {
        database = Services.freshDatabase();
        Properties properties = new Properties();
        properties.setProperty("user", Services.user());
        properties.setProperty("password", Services.password());
        Schema.apply("jdbc:clickhouse:" + Services.clickHouseUrl() + "/" + database, properties);
        programme("p-1", "deck");
        journey("d-1", "won", "10001");
        touch("d-1", 1, "", "deck");
        touch("d-1", 2, "p-2", "");
        touch("d-1", 3, "p-3", "");
        journey("d-2", "lost", "700");
        touch("d-2", 1, "", "deck");
        journey("d-3", "dropped", "NULL");
        touch("d-3", 1, "p-2", "");
        touch("d-3", 2, "p-3", "");
        journey("d-4", "won", "5000");
        credit("d-1", 3, "content", 10_001);
        credit("d-4", 0, "unattributed", 5_000);
    }

    @BeforeEach
    void published() {
        execute("TRUNCATE TABLE attribution_model");
        execute("TRUNCATE TABLE pipeline_status");
        publish(7);
    }

    /** Half of what is won needs no programme, so that effects are half of ½, 1 and 1. */
    @Test
    void dividesWhatWasWonWithATouchAmongProgrammes() throws SQLException {
        run(ModelRun.DEFAULT);

        assertThat(rows(RUN.formatted("programme", "markov")))
                .isEqualTo(
                        """
                        p-1\t0.2\t2000\t0.2\t0.25
                        p-2\t0.4\t4001\t0.4\t0.5
                        p-3\t0.4\t4000\t0.4\t0.5
                        unattributed\t1\t5000\t\\N\t\\N
                        """);
        assertThat(
                        rows(
                                "SELECT DISTINCT checkpoint, journeys, won, draws, seed FROM current_attribution_model"))
                .isEqualTo("7\t4\t2\t200\t1\n");
    }

    @Test
    void touchesWithoutContentAreOneChannel() throws SQLException {
        run(ModelRun.DEFAULT);

        assertThat(rows(RUN.formatted("content", "shapley")))
                .isEqualTo(
                        """
                        \t0.5\t5001\t0.5\t\\N
                        deck\t0.5\t5000\t0.5\t\\N
                        unattributed\t1\t5000\t\\N\t\\N
                        """);
    }

    @Test
    void rulesAndModelsStandBesideEachOther() throws SQLException {
        run(ModelRun.DEFAULT);

        assertThat(
                        rows(
                                """
                                SELECT model, channel, conversions, value_minor, share
                                FROM model_credit
                                WHERE dimension = 'programme' AND model IN ('last', 'shapley')
                                ORDER BY model, channel FORMAT TSV
                                """))
                .isEqualTo(
                        """
                        last\tp-1\t0\t0\t0
                        last\tp-2\t0\t0\t0
                        last\tp-3\t1\t10001\t1
                        last\tunattributed\t1\t5000\t\\N
                        shapley\tp-1\t0.3333333333333333\t3334\t0.3333333333333333
                        shapley\tp-2\t0.3333333333333333\t3334\t0.3333333333333333
                        shapley\tp-3\t0.3333333333333333\t3333\t0.3333333333333333
                        shapley\tunattributed\t1\t5000\t\\N
                        """);
    }

    /** Breaks where a run that repeats an earlier one is left out as its duplicate. */
    @Test
    void theLastRunIsShown() throws SQLException {
        String seeds = "SELECT DISTINCT checkpoint, seed FROM current_attribution_model";

        run(new ModelRun(1, 10, 1));
        run(new ModelRun(1, 10, 2));
        run(new ModelRun(1, 10, 1));

        assertThat(rows(seeds)).isEqualTo("7\t1\n");
        publish(8);
        run(new ModelRun(1, 10, 5));
        assertThat(rows(seeds)).isEqualTo("8\t5\n");
    }

    private static void run(ModelRun models) throws SQLException {
        try (Connection connection =
                ResultDatabase.connect(
                        Services.clickHouseUrl(), database, Services.user(), Services.password())) {
            assertThat(models.run(connection)).isEqualTo(4);
        }
    }

    private static void programme(String id, String content) {
        state(
                "programme",
                "programme_id, source, event_id, content_ids",
                "'%s', 's', '1', ['%s']".formatted(id, content));
    }

    private static void journey(String deal, String outcome, String amountMinor) {
        state(
                "journey",
                "deal_id, outcome, amount_minor, closed_at",
                "'%s', '%s', %s, '2026-03-01'".formatted(deal, outcome, amountMinor));
    }

    private static void touch(String deal, int position, String programme, String content) {
        state(
                "touch",
                "deal_id, position, programme_id, content_id",
                "'%s', %d, '%s', '%s'".formatted(deal, position, programme, content));
    }

    private static void credit(String deal, int position, String touchType, long amountMinor) {
        state(
                "attribution_credit",
                "deal_id, model, position, touch_type, weight, amount_minor",
                "'%s', 'last', %d, '%s', 1, %d".formatted(deal, position, touchType, amountMinor));
    }

    private static void state(String table, String columns, String values) {
        execute(
                "INSERT INTO %s (generation, version, %s) VALUES (1, 1, %s)"
                        .formatted(table, columns, values));
    }

    private static void publish(long checkpoint) {
        execute(
                "INSERT INTO pipeline_status (job, generation, checkpoint, committed_at) VALUES ('attribution', 1, %d, now64(6))"
                        .formatted(checkpoint));
    }

    private static String rows(String sql) {
        return Services.execute(database, sql);
    }

    private static void execute(String sql) {
        Services.execute(database, sql);
    }
}
