package io.enablement.streaming.job;

import io.enablement.streaming.sink.FaultyClickHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The whole pipeline as people run it: the deployed jar in a Flink cluster, Kafka and ClickHouse,
 * each in a process of its own, and between Flink and ClickHouse a network that fails.
 */
final class ProcessPipeline implements AutoCloseable {

    private static final String PASSWORD = "ENABLEMENT_CLICKHOUSE_PASSWORD";

    private final Path directory;
    private final int slots;
    private final BrokerProcess broker;
    private final ClickHouseProcess clickHouse;
    private final FlinkProcesses flink;
    private final FaultyClickHouse network;
    private final ResultDatabase database;
    private DeployedJob job;
    private Optional<DeployedJob> archive = Optional.empty();
    private int generation = 1;
    private int parallelism = 2;

    private ProcessPipeline(Path directory, int slots) throws IOException {
        this.directory = directory;
        this.slots = slots;
        this.broker = BrokerProcess.start(directory);
        this.clickHouse = ClickHouseProcess.start(directory);
        this.flink =
                FlinkProcesses.start(
                        directory, slots, Map.of(PASSWORD, clickHouse.address().password()));
        this.network = new FaultyClickHouse(clickHouse.address().url());
        awaitClickHouse();
        this.database = ResultDatabase.of(clickHouse.address(), "default");
    }

    /** With room for so many subtasks, each in a TaskManager of its own; a job begins with two. */
    static ProcessPipeline start(Path directory, int slots) throws IOException {
        JavaProgram.makeRoomForLogs();
        return new ProcessPipeline(directory, slots);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    ResultDatabase database() {
        return database;
    }

    /** ClickHouse as Flink reaches it. */
    FaultyClickHouse network() {
        return network;
    }

    /** Starts the job from nothing. */
    void deploy() throws Exception {
        job = DeployedJob.start(flink, jar(), CohortMetricsJob.class, flags());
    }

    /** Starts the archive of events beside it. */
    void deployArchive() throws Exception {
        archive =
                Optional.of(DeployedJob.start(flink, jar(), EventArchiveJob.class, archiveFlags()));
    }

    /** What a supervisor does when the JobManager is gone: from the newest checkpoints on disk. */
    void supervise() throws Exception {
        flink.startJobManager();
        job.close();
        job = resume(CohortMetricsJob.class, flags(), newestCheckpoint(checkpoints()));
        if (archive.isPresent()) {
            archive.get().close();
            Path newest = newestCheckpoint(archiveCheckpoints());
            archive = Optional.of(resume(EventArchiveJob.class, archiveFlags(), newest));
        }
    }

    /** The mistake of starting the job from nothing; tells why the job failed. */
    String deployByMistake() throws Exception {
        flink.startJobManager();
        try (DeployedJob mistake =
                DeployedJob.start(flink, jar(), CohortMetricsJob.class, flags())) {
            return mistake.failure();
        }
    }

    /** Stops with a savepoint and goes on with as many subtasks as it left room for. */
    void rescale() throws Exception {
        Path savepoint = job.stopWithSavepoint(directory.resolve("savepoints"));
        job.close();
        parallelism = slots - parallelism;
        job = resume(CohortMetricsJob.class, flags(), savepoint);
    }

    /**
     * Writes the next generation from the beginning, in what room the former one leaves, and shows
     * it once it has so many records.
     */
    void rebuild(int records) throws Exception {
        DeployedJob former = job;
        generation++;
        parallelism = slots - parallelism;
        deploy();
        awaitRecords(records);
        database.execute(
                "INSERT INTO pipeline_generation (generation, activated_at, note) VALUES (%d, now64(6), 'rebuilt')"
                        .formatted(generation));
        former.cancel();
        former.close();
    }

    void killJobManager() {
        flink.killJobManager();
    }

    /** Another one takes the place of one of them. */
    void killTaskManager(SplittableRandom random) {
        flink.killTaskManager(random.nextInt(slots));
        flink.startTaskManager();
    }

    void killBroker() {
        broker.kill();
        broker.start();
    }

    /** Leaves it dead. */
    void killClickHouse() {
        clickHouse.kill();
    }

    void startClickHouse() {
        clickHouse.start();
        awaitClickHouse();
    }

    void await(String what, BooleanSupplier happened) {
        job.await(what, happened);
    }

    /** Waits until results of so many records are published. */
    void awaitRecords(int records) {
        job.await("published %d records".formatted(records), () -> records() >= records);
    }

    long records() {
        return database.number(
                "sum(arraySum(mapValues(records_in))) FROM pipeline_status FINAL WHERE job = 'cohort-metrics' AND generation = %d"
                        .formatted(generation));
    }

    /** Waits until so many records are in the archive, and gives what is there. */
    String awaitArchived(int records) {
        archive.orElseThrow()
                .await(
                        "archived %d records".formatted(records),
                        () ->
                                database.number(
                                                "sum(arraySum(mapValues(records_in))) FROM pipeline_status FINAL WHERE job = 'event-archive'")
                                        >= records);
        return database.execute(
                "SELECT count(), uniqExact(topic, partition, offset) FROM event_log");
    }

    long publications() {
        return database.number(
                "count() FROM pipeline_status FINAL WHERE job = 'cohort-metrics' AND generation = %d"
                        .formatted(generation));
    }

    @Override
    public void close() {
        if (job != null) {
            job.close();
        }
        archive.ifPresent(DeployedJob::close);
        flink.close();
        network.close();
        clickHouse.close();
        broker.close();
    }

    private void awaitClickHouse() {
        Patience.until("started ClickHouse", this::clickHouseAnswers);
    }

    private boolean clickHouseAnswers() {
        try {
            clickHouse.address().execute("default", "SELECT 1");
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Checkpoints go on counting, whichever job made them. */
    private static Path newestCheckpoint(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .max(Comparator.comparing(ProcessPipeline::number))
                    .orElseThrow();
        }
    }

    private DeployedJob resume(Class<?> main, List<String> flags, Path from) throws Exception {
        return DeployedJob.resume(flink, jar(), main, flags, from);
    }

    private Path archiveCheckpoints() {
        return directory.resolve("checkpoints-of-the-archive");
    }

    private Path checkpoints() {
        return directory.resolve("checkpoints-" + generation);
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().replace("chk-", ""));
    }

    private List<String> flags() {
        return flags(generation, parallelism, checkpoints());
    }

    private List<String> archiveFlags() {
        return flags(1, 1, archiveCheckpoints());
    }

    private List<String> flags(int written, int subtasks, Path checkpoints) {
        return List.of(
                "--kafka",
                broker.bootstrapServers(),
                "--clickhouse",
                network.url(),
                "--clickhouse-user",
                clickHouse.address().user(),
                "--state-backend",
                "rocksdb",
                "--generation",
                Integer.toString(written),
                "--parallelism",
                Integer.toString(subtasks),
                "--checkpoint-interval",
                "500ms",
                "--checkpoints",
                checkpoints.toUri().toString());
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Path.of("target"), "streaming-*-job.jar")) {
            return jars.iterator().next();
        }
    }
}
