package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalFlinkIT {

    private static final String JOB = "counting";
    private static final FlinkSettings SETTINGS =
            FlinkSettings.DEFAULT.withCheckpointIntervalMillis(100);
    private static final BlockingQueue<Long> SEEN = new LinkedBlockingQueue<>();

    private static ClickHouseEngine engine;

    @TempDir private Path directory;

    /** Both bring native libraries that must not get into each other's way. */
    @BeforeAll
    static void startClickHouseInTheSameProcess(@TempDir Path clickHouse) {
        engine = ClickHouseEngine.open(clickHouse);
    }

    @AfterAll
    static void stopClickHouse() {
        assertThat(engine.query("SELECT 1", "CSV").text()).isEqualTo("1\n");
        engine.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void goesOnExactlyWhereASavepointEnded(String stateBackend) throws Exception {
        long last;
        try (LocalFlink flink = start(stateBackend)) {
            JobClient job = count(flink);
            next();
            Path savepoint = flink.stopWithSavepoint(job, JOB);
            assertThat(flink.newestSnapshot(JOB)).contains(savepoint);
            last = SEEN.stream().reduce(0L, (before, seen) -> seen);
            SEEN.clear();
        }

        try (LocalFlink flink = start(stateBackend)) {
            count(flink);
            assertThat(next()).isEqualTo(last + 1);
        }
    }

    @Test
    void goesOnFromTheCheckpointOfACancelledJob() throws Exception {
        try (LocalFlink flink = start("hashmap")) {
            JobClient job = count(flink);
            while (flink.newestSnapshot(JOB).isEmpty()) {
                next();
            }
            job.cancel().get();
        }
        SEEN.clear();

        try (LocalFlink flink = start("hashmap")) {
            count(flink);
            assertThat(next()).isPositive();
        }
    }

    @Test
    void keepsTheSnapshotsOfOneJobFromAnother() throws Exception {
        try (LocalFlink flink = start("hashmap")) {
            JobClient job = count(flink);
            next();
            flink.stopWithSavepoint(job, JOB);

            assertThat(flink.newestSnapshot("another")).isEmpty();
        }
    }

    @Test
    void showsItsJobsToABrowser() throws Exception {
        try (LocalFlink flink = start("hashmap")) {
            JobClient job = count(flink);
            next();

            assertThat(get(flink.url())).contains("<html");
            assertThat(get(flink.url().resolve("/jobs"))).contains(job.getJobID().toString());
        }
    }

    private LocalFlink start(String stateBackend) {
        return LocalFlink.start(directory, SETTINGS.withStateBackend(stateBackend));
    }

    private static JobClient count(LocalFlink flink) throws Exception {
        StreamExecutionEnvironment environment = flink.environment(JOB);
        environment.setParallelism(1);
        DataGeneratorSource<Long> numbers =
                new DataGeneratorSource<>(
                        number -> number,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(500),
                        Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "Count")
                .uid("count")
                .keyBy(number -> 0L)
                .reduce(Math::max)
                .uid("greatest")
                .map(LocalFlinkIT::note)
                .uid("note")
                .sinkTo(new DiscardingSink<>())
                .uid("forget");
        return environment.executeAsync(JOB);
    }

    private static Long note(Long number) {
        SEEN.add(number);
        return number;
    }

    private static long next() throws InterruptedException {
        return SEEN.poll(5, TimeUnit.MINUTES);
    }

    private static String get(URI url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
