package io.enablement.streaming.job;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.ClickHouseSettings;
import io.enablement.streaming.sink.SinkSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;

/**
 * Everything a job must be told, read once at its start from environment variables; a flag, {@code
 * --checkpoint-interval 10s}, overrides its variable, {@code ENABLEMENT_CHECKPOINT_INTERVAL}.
 *
 * @param checkpoints directory of checkpoints and of large blocks that wait for theirs
 * @param stateBackend hashmap or rocksdb
 * @param rules calendar and rates, the rate file already read
 */
public record JobSettings(
        String kafka,
        ClickHouseSettings clickHouse,
        long generation,
        String checkpoints,
        Duration checkpointInterval,
        String stateBackend,
        int parallelism,
        int maxParallelism,
        Rules rules,
        Admission admission) {

    private static final int KEPT_CHECKPOINTS = 3;

    /**
     * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
     */
    public static JobSettings of(Map<String, String> environment, String... flags) {
        SettingsReader reader = new SettingsReader(environment, flags);
        String kafka = reader.text("kafka", "localhost:9092");
        String url = reader.text("clickhouse", "http://localhost:8123");
        String user = reader.text("clickhouse-user", "default");
        String password = reader.text("clickhouse-password", "");
        String database = reader.text("clickhouse-database", "default");
        Optional<ClickHouseSettings> clickHouse =
                reader.make(() -> new ClickHouseSettings(url, user, password, database));
        long generation = reader.whole("generation", 1, 1, 0xFFFF_FFFFL);
        String checkpoints = reader.required("checkpoints");
        Duration interval =
                reader.duration(
                        "checkpoint-interval", Duration.ofSeconds(5), Duration.ofMillis(100));
        String backend = reader.oneOf("state-backend", "hashmap", "rocksdb");
        int parallelism = (int) reader.whole("parallelism", 2, 1, 1024);
        int maxParallelism = (int) reader.whole("max-parallelism", 128, 1, 32_768);
        reader.require(
                parallelism <= maxParallelism,
                "the parallelism %d is greater than the max-parallelism %d"
                        .formatted(parallelism, maxParallelism));
        ZoneId zone = reader.zone("zone", "UTC");
        int fiscalYearStart = (int) reader.whole("fiscal-year-start", 1, 1, 12);
        String currency = reader.currency("currency", "USD");
        String rateFile = reader.text("rates", "");
        Optional<Rates> rates = reader.make(() -> RateFile.read(currency, rateFile));
        int horizon = (int) reader.whole("horizon-months", 36, 1, 1200);
        return reader.finish(
                () ->
                        new JobSettings(
                                kafka,
                                clickHouse.orElseThrow(),
                                generation,
                                checkpoints,
                                interval,
                                backend,
                                parallelism,
                                maxParallelism,
                                new Rules(
                                        new BusinessCalendar(zone, fiscalYearStart),
                                        rates.orElseThrow()),
                                new Admission(horizon)));
    }

    /** Under which name the job's progress shows in Kafka. */
    public String consumerGroup(String job) {
        return job + "-" + generation;
    }

    SinkSettings sink(String job) {
        return new SinkSettings(clickHouse, job, generation, decisions(), checkpoints + "/blocks");
    }

    /**
     * What makes of the same events other numbers: all that must stay within a generation. Parts
     * that are new would lack what came before them.
     */
    private String decisions() {
        return "(%d parts, zone %s, fiscal year from month %d, horizon of %d months, rates to %s with SHA-256 %s)"
                .formatted(
                        Part.values().length,
                        rules.calendar().zone(),
                        rules.calendar().fiscalYearStart(),
                        admission.horizonMonths(),
                        rules.rates().reportingCurrency(),
                        hash(rules.rates().text()));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What these settings mean for Flink. */
    public Configuration flink() {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.NAME, CohortMetricsJob.NAME);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.MAX_PARALLELISM, maxParallelism);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        flink.set(StateBackendOptions.STATE_BACKEND, stateBackend);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return flink;
    }
}
