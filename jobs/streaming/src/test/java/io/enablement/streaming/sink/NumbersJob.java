package io.enablement.streaming.sink;

import io.enablement.clickhouse.Schema;
import io.enablement.local.testing.Services;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Counts up and writes three rows for each number: one of a ledger, one that replaces the row of
 * the number's key, one of progress.
 */
final class NumbersJob {
    static final int KEYS = 50;
    private static final int NUMBERS_PER_CHECKPOINT = 200;
    private static final Instant ALWAYS = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant JAN_5 = Instant.parse("2026-01-05T00:00:00Z");

    static final List<Table> TABLES =
            List.of(
                    Table.ledger(
                            "membership_ledger",
                            "rep_id",
                            "programme_id",
                            "basis",
                            "cohort",
                            "amount",
                            "cause_source",
                            "cause_id"),
                    Table.replacing(
                            "rep",
                            "rep_id",
                            "valid_from",
                            "valid_to",
                            "role",
                            "team",
                            "region",
                            "manager",
                            "employment"),
                    Table.ledger(
                                    "source_progress",
                                    "source",
                                    "records",
                                    "dead_letters",
                                    "duplicates",
                                    "greatest_occurred_at",
                                    "greatest_recorded_at")
                            .sharedByJobs());

    private NumbersJob() {}

    /** Creates the product's tables in a new database. */
    static String freshTables() {
        String database = Services.freshDatabase();
        String tables =
                Services.execute(
                        "SELECT name FROM system.tables WHERE database = '%s' AND engine LIKE '%%MergeTree'"
                                .formatted(Template.DATABASE));
        tables.lines()
                .forEach(
                        table ->
                                Services.execute(
                                        "CREATE TABLE %s.%s AS %s.%s"
                                                .formatted(
                                                        database,
                                                        table,
                                                        Template.DATABASE,
                                                        table)));
        return database;
    }

    /** A database with the product's tables, which takes longer to make than to copy. */
    private static final class Template {
        private static final String DATABASE = create();

        private static String create() {
            String database = Services.freshDatabase();
            Properties login = new Properties();
            login.setProperty("user", Services.user());
            login.setProperty("password", Services.password());
            Schema.apply(
                    "jdbc:clickhouse:%s/%s".formatted(Services.clickHouseUrl(), database), login);
            return database;
        }
    }

    /** The embedded engine does not survive an exit in the middle of its merges. */
    static void drop(String database) {
        Services.execute("DROP DATABASE " + database + " SYNC");
    }

    static ClickHouseSettings clickHouse(String url, String database) {
        return new ClickHouseSettings(
                url, Services.user(), Services.password(), database, Duration.ofSeconds(1));
    }

    static SinkSettings settings(ClickHouseSettings clickHouse, Path directory) {
        int rowsPerBlock = 40;
        int everyBlockIsSpilled = 1;
        return new SinkSettings(
                clickHouse,
                "numbers",
                1,
                "zone UTC",
                directory.resolve("blocks").toString(),
                rowsPerBlock,
                SinkSettings.BYTES_PER_BLOCK,
                everyBlockIsSpilled,
                new TreeMap<>());
    }

    static JobClient start(
            SinkSettings settings,
            int writers,
            long numbers,
            Optional<String> savepoint,
            MapFunction<Long, Long> trouble)
            throws Exception {
        Configuration flink = new Configuration();
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        savepoint.ifPresent(path -> flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(writers);
        build(env, settings, numbers, trouble);
        return env.executeAsync();
    }

    private static void build(
            StreamExecutionEnvironment env,
            SinkSettings settings,
            long numbers,
            MapFunction<Long, Long> trouble) {
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(
                        number -> number,
                        numbers,
                        RateLimiterStrategy.perCheckpoint(NUMBERS_PER_CHECKPOINT),
                        Types.LONG);
        DataStream<Row> rows =
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "Count")
                        .setParallelism(1)
                        .uid("numbers")
                        .map(trouble)
                        .setParallelism(1)
                        .uid("trouble")
                        .flatMap(NumbersJob::rows)
                        .returns(Row.class)
                        .setParallelism(1)
                        .uid("rows");
        rows.sinkTo(new ClickHouseSink(settings, TABLES)).uid("results").name("Write results");
    }

    private static void rows(long number, Collector<Row> rows) {
        rows.collect(
                Row.added(
                        "membership_ledger",
                        new RowBytes()
                                .string("r-" + number % KEYS)
                                .string("p-1")
                                .string("completed")
                                .string("2026-01")
                                .int8(1)
                                .string("test")
                                .string("e-" + number)));
        rows.collect(rep(number));
        rows.collect(
                Row.added(
                        "source_progress",
                        new RowBytes()
                                .string("numbers")
                                .uint64(1)
                                .uint64(0)
                                .uint64(0)
                                .nullable(JAN_5.plusSeconds(number), RowBytes::dateTime64)
                                .nullable(JAN_5.plusSeconds(number), RowBytes::dateTime64)));
    }

    /** Every tenth key ceases to exist with each of its numbers. */
    private static Row rep(long number) {
        RowBytes columns = new RowBytes().string("r-" + number % KEYS).dateTime64(ALWAYS);
        int key = columns.length();
        columns.nullable((Instant) null, RowBytes::dateTime64)
                .string("number " + number)
                .string("")
                .string("")
                .string("")
                .string("employed");
        return number % KEYS % 10 == 0
                ? Row.deleting("rep", key, columns)
                : Row.replacing("rep", key, columns);
    }

    /** Fails once, at one number. */
    record FailOnce(long at, String name) implements MapFunction<Long, Long> {
        private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

        @Override
        public Long map(Long number) {
            if (number == at && FAILED.add(name)) {
                throw new IllegalStateException("failed on purpose");
            }
            return number;
        }
    }
}
