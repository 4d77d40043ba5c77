package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.local.testing.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a job may start.
 *
 * <p>Fails if the fence or the check of the deduplication windows lets a start pass that they must
 * refuse.
 */
class StartIT {
    private static final int WRITERS = 2;
    private static final long FEW = 500;
    private static final long MORE_THAN_IT_GETS_TO = 100_000_000;

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

    @Test
    void goesOnFromTheNewestSavepointWithAnotherNumberOfWritersAndNotFromAnOlderOne(
            @InjectMiniCluster MiniCluster flink) throws Exception {
        String first = runAWhile(flink, WRITERS, Optional.empty());
        String second = runAWhile(flink, 1, Optional.of(first));
        String third = runAWhile(flink, WRITERS, Optional.of(second));

        assertThat(execute("SELECT count() = uniqExact(cause_id) FROM %1$s.membership_ledger"))
                .isEqualTo("1");
        assertThat(
                        execute(
                                "SELECT sum(records_in['numbers']) = (SELECT count() FROM %1$s.membership_ledger) FROM %1$s.pipeline_status"))
                .isEqualTo("1");
        assertRefused(Optional.of(second))
                .hasMessageMatching(
                        "This is a start from checkpoint \\d+, but generation 1 of numbers holds results up to checkpoint \\d+: .*");
        assertThat(runAWhile(flink, WRITERS, Optional.of(third))).isNotEmpty();
    }

    @Test
    void doesNotBeginAgainInAGenerationThatHasResults() throws Exception {
        start(WRITERS, FEW, Optional.empty()).getJobExecutionResult().get();

        assertRefused(Optional.empty())
                .hasMessageStartingWith(
                        "This is a start without a checkpoint, but generation 1 of numbers");
    }

    @Test
    void doesNotBeginAgainWhereACrashLeftRowsThatWereNeverPublished() {
        execute("INSERT INTO %1$s.membership_ledger (generation, checkpoint) VALUES (1, 4)");

        assertRefused(Optional.empty())
                .hasMessageContaining("generation 1 of numbers holds results up to checkpoint 4");
    }

    /** Breaks where the fence takes the checkpoints of another job for those of this one. */
    @Test
    void beginsInATableInWhichAnotherJobIsFurther() {
        execute(
                "INSERT INTO %1$s.source_progress (generation, checkpoint, job) VALUES (1, 9, 'event-archive')");

        assertThatCode(() -> startCommitter(0).close()).doesNotThrowAnyException();
    }

    /** Catches a dropped generation that a job goes on writing: half of it would be missing. */
    @Test
    void endsInAGenerationThatIsDroppedAndNeverBeginsThereAgain() throws Exception {
        String dropped = "Generation 1 of numbers was dropped: write a new generation";
        JobClient job = start(WRITERS, MORE_THAN_IT_GETS_TO, Optional.empty());
        CommonTestUtils.waitUntilCondition(
                () -> !execute("SELECT count() FROM %1$s.pipeline_status").equals("0"));

        execute(
                "INSERT INTO %1$s.pipeline_generation (generation, activated_at, job, state) VALUES (1, now64(6), 'numbers', 'dropped')");

        assertThatThrownBy(() -> job.getJobExecutionResult().get()).rootCause().hasMessage(dropped);
        execute("TRUNCATE TABLE %1$s.pipeline_status");
        assertRefused(Optional.empty()).hasMessage(dropped);
    }

    @Test
    void isCheckedOnceAndNotByEveryCommitter() throws Exception {
        execute("INSERT INTO %1$s.membership_ledger (generation, checkpoint) VALUES (1, 4)");

        assertThatThrownBy(() -> startCommitter(0)).isInstanceOf(SuppressRestartsException.class);
        assertThatCode(() -> startCommitter(1).close()).doesNotThrowAnyException();
    }

    @Test
    void namesEveryTableThatWouldForgetItsInserts() {
        execute("ALTER TABLE %1$s.rep MODIFY SETTING non_replicated_deduplication_window = 7");
        execute("CREATE TABLE %1$s.copy (cause_id String) ENGINE = MergeTree ORDER BY cause_id");
        execute(
                "CREATE MATERIALIZED VIEW %1$s.fill_copy TO %1$s.copy AS SELECT cause_id FROM %1$s.membership_ledger");

        assertRefused(Optional.empty())
                .hasMessage(
                        "table rep has non_replicated_deduplication_window = 7, which must be at least 200; table copy has non_replicated_deduplication_window = 0, which must be at least 200");
    }

    @Test
    void aWrongPasswordEndsTheJobAndSaysSo() {
        ClickHouseSettings wrong =
                new ClickHouseSettings(
                        Services.clickHouseUrl(), Services.user(), "mistyped", database);

        assertThatThrownBy(
                        () ->
                                NumbersJob.start(
                                                NumbersJob.settings(wrong, directory),
                                                WRITERS,
                                                FEW,
                                                Optional.empty(),
                                                number -> number)
                                        .getJobExecutionResult()
                                        .get())
                .rootCause()
                .hasMessageContaining("Authentication failed")
                .hasMessageNotContaining("mistyped");
    }

    private CommitCheckpoints startCommitter(int committer) throws IOException {
        ClickHouseSettings clickHouse = NumbersJob.clickHouse(Services.clickHouseUrl(), database);
        List<Table> ledgers =
                List.of(
                        Table.ledger("membership_ledger"),
                        Table.ledger("source_progress").sharedByJobs());
        return CommitCheckpoints.start(
                NumbersJob.settings(clickHouse, directory),
                ledgers,
                OptionalLong.empty(),
                committer,
                WRITERS);
    }

    private String runAWhile(MiniCluster flink, int writers, Optional<String> savepoint)
            throws Exception {
        JobClient job = start(writers, MORE_THAN_IT_GETS_TO, savepoint);
        CommonTestUtils.waitForAllTaskRunning(flink, job.getJobID(), false);
        CommonTestUtils.waitForNewCheckpoint(job.getJobID(), flink);
        return job.stopWithSavepoint(
                        false,
                        directory.resolve("savepoints").toString(),
                        SavepointFormatType.CANONICAL)
                .get();
    }

    /** A job that starts nevertheless may never end. */
    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Optional<String> savepoint) {
        return assertThatThrownBy(
                        () ->
                                start(WRITERS, FEW, savepoint)
                                        .getJobExecutionResult()
                                        .get(2, TimeUnit.MINUTES))
                .rootCause();
    }

    private JobClient start(int writers, long numbers, Optional<String> savepoint)
            throws Exception {
        ClickHouseSettings clickHouse = NumbersJob.clickHouse(Services.clickHouseUrl(), database);
        return NumbersJob.start(
                NumbersJob.settings(clickHouse, directory),
                writers,
                numbers,
                savepoint,
                number -> number);
    }

    /** Every %1$s is the test's database. */
    private String execute(String sql) {
        return Services.execute(sql.formatted(database)).strip();
    }
}
