package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.Event;
import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.ClickHouseSink;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The jar that people deploy, in a cluster of processes that have nothing of the job but this jar,
 * and of which one is killed while events arrive; then the same events in this process, undisturbed
 * and into a generation of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {

    private static final GeneratedEvents EVENTS = new GeneratedEvents(7, 40, 4_875);

    @TempDir private static Path directory;
    private ResultDatabase database;
    private long restores;

    @BeforeAll
    void processInAClusterAndUndisturbed() throws Exception {
        try (FlinkProcesses flink = FlinkProcesses.start(directory, environment())) {
            database = ResultDatabase.fresh();
            processWhileATaskManagerIsKilled(flink);
        }
        processUndisturbed();
    }

    @Test
    void areFortyThousandEvents() {
        assertThat(EVENTS.size()).isEqualTo(40_000);
    }

    @Test
    void countsEveryRecordOnce() {
        assertThat(recordsRead()).isEqualTo(EVENTS.size());
    }

    @Test
    void goesOnFromACheckpoint() {
        assertThat(restores).isPositive();
    }

    @Test
    void keepsEveryDealThatWasNotDeletedOrMerged() {
        long expected =
                deals(EnumSet.of(Kind.CREATED)) - deals(EnumSet.of(Kind.DELETED, Kind.MERGED));

        assertThat(
                        database.number(
                                "count() FROM deal FINAL WHERE generation = 1 AND status NOT IN ('deleted', 'merged')"))
                .isEqualTo(expected);
    }

    @Test
    void addsUpInTheLedgers() {
        assertThat(database.number("count() FROM ledger_difference")).isZero();
    }

    @ParameterizedTest
    @FieldSource("io.enablement.streaming.job.ResultDatabase#STATE_TABLES")
    void givesTheLiveRowsOfAnUndisturbedRun(String table) {
        assertThat(database.liveRows(table, 1)).isEqualTo(database.liveRows(table, 2));
    }

    private void processWhileATaskManagerIsKilled(FlinkProcesses flink) throws Exception {
        try (TestTopics topics = TestTopics.create(Services.bootstrapServers(), "");
                DeployedJob job = DeployedJob.start(flink, jar(), flags(1, "rocksdb"))) {
            send(topics, 0, 20_000);
            job.await("published a record", () -> recordsRead() > 0);
            send(topics, 20_000, 30_000);
            flink.killTaskManager();
            flink.startTaskManager();
            send(topics, 30_000, EVENTS.size());
            job.await("published every record", () -> recordsRead() >= EVENTS.size());
            restores = job.restores();
            job.stopWithSavepoint(directory.resolve("savepoints"));
        }
    }

    private void processUndisturbed() throws Exception {
        JobSettings settings =
                JobSettings.of(environment(), flags(2, "hashmap").toArray(String[]::new));
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        CohortMetricsJob.build(
                env,
                settings.rules(),
                settings.admission(),
                new BoundedKafkaMessages(Services.bootstrapServers(), ""),
                new ClickHouseSink(
                        settings.sink(CohortMetricsJob.NAME),
                        ResultTables.of(settings.rules()).all()));
        env.execute("undisturbed");
    }

    private static Stream<Event> events() {
        return events(0, EVENTS.size());
    }

    private static long deals(Set<Kind> kinds) {
        return events().filter(
                        event -> event instanceof DealEvent deal && kinds.contains(deal.kind()))
                .count();
    }

    private static Stream<Event> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(EVENTS::event);
    }

    private static void send(TestTopics topics, int from, int to) {
        events(from, to).forEach(topics::send);
    }

    private static Map<String, String> environment() {
        return Map.of("ENABLEMENT_CLICKHOUSE_PASSWORD", Services.password());
    }

    private List<String> flags(int generation, String stateBackend) {
        return List.of(
                "--kafka",
                Services.bootstrapServers(),
                "--clickhouse",
                Services.clickHouseUrl(),
                "--clickhouse-user",
                Services.user(),
                "--clickhouse-database",
                database.name(),
                "--generation",
                Integer.toString(generation),
                "--state-backend",
                stateBackend,
                "--checkpoint-interval",
                "500ms",
                "--checkpoints",
                directory.resolve("checkpoints-" + generation).toUri().toString());
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Path.of("target"), "streaming-*-job.jar")) {
            return jars.iterator().next();
        }
    }

    private long recordsRead() {
        return database.number(
                "sum(arraySum(mapValues(records_in))) FROM pipeline_status FINAL WHERE generation = 1");
    }
}
