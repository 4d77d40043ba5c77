package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.FaultyClickHouse.Fault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows that arrive once whatever ClickHouse does.
 *
 * <p>Fails if the token of a block is another one when the block comes again, if another block has
 * the same one, or if the tombstone of a key is not one.
 */
class ExactlyOnceIT {
    private static final int NUMBERS = 2_000;
    private static final int WRITERS = 2;

    /** More than the retries of one attempt to commit, so that the job starts over. */
    private static final int ATTEMPTS = 5;

    @RegisterExtension
    private static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(WRITERS)
                            .build());

    @TempDir private Path directory;
    private String database;

    @BeforeEach
    void createTables() {
        database = NumbersJob.freshTables();
    }

    @AfterEach
    void dropTables() {
        NumbersJob.drop(database);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyRowArrivesOnce(Fault fault) throws Exception {
        try (FaultyClickHouse faulty = new FaultyClickHouse(Services.clickHouseUrl())) {
            faulty.fail(fault, ATTEMPTS);
            SinkSettings settings =
                    NumbersJob.settings(NumbersJob.clickHouse(faulty.url(), database), directory);

            NumbersJob.start(
                            settings,
                            WRITERS,
                            NUMBERS,
                            Optional.empty(),
                            new NumbersJob.FailOnce(1_111, database))
                    .getJobExecutionResult()
                    .get();

            assertThat(faulty.left()).isZero();
        }

        assertThat(query("SELECT count(), uniqExact(cause_id) FROM %s.membership_ledger", database))
                .isEqualTo("2000\t2000");
        assertThat(
                        query(
                                "SELECT count(), min(toInt32(substring(role, 8))) FROM %s.rep FINAL",
                                database))
                .isEqualTo("45\t" + (NUMBERS - NumbersJob.KEYS + 1));
        assertThat(
                        query(
                                "SELECT count() = uniqExact(checkpoint), sum(records_in['numbers']), max(watermark['numbers']) FROM %s.pipeline_status",
                                database))
                .isEqualTo("1\t2000\t2026-01-05 00:33:19.000000");
        assertThat(
                        query(
                                "SELECT count() FROM %1$s.membership_ledger WHERE checkpoint NOT IN (SELECT checkpoint FROM %1$s.pipeline_status)",
                                database))
                .isEqualTo("0");
        assertThat(directory.resolve("blocks/numbers-1")).isEmptyDirectory();
    }

    private static Stream<Fault> faults() {
        return Stream.of("membership_ledger:", "INTO pipeline_status")
                .flatMap(text -> Stream.of(Fault.notDone(text), Fault.doneButNotAnswered(text)));
    }

    private static String query(String sql, String database) {
        return Services.execute(sql.formatted(database)).strip();
    }
}
