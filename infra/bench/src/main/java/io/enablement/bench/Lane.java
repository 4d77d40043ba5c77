package io.enablement.bench;

import io.enablement.bench.batch.Effects;
import io.enablement.bench.batch.Models;
import io.enablement.bench.clickhouse.KafkaEngine;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.duckdb.DuckDb;
import io.enablement.bench.flinksql.FlinkSql;
import io.enablement.bench.kafkastreams.KafkaStreamsJob;
import io.enablement.bench.pipeline.Ceiling;
import io.enablement.bench.pipeline.Pipeline;
import io.enablement.bench.process.ClassPath;
import io.enablement.bench.sink.SinkContestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whoever takes part in the alternations of one run, in the order of their turns. */
public enum Lane {
    CEILING("Ceiling: read and decode", Ceiling.class, "", Sets.EVEN, 1),
    PIPELINE("Pipeline, without ledgers", Pipeline.class, "heap", Sets.EVEN, 3),
    LEDGERS("Pipeline, with ledgers", Pipeline.class, "heap, ledgers", Sets.EVEN, 3),
    ROCKSDB("Pipeline on RocksDB", Pipeline.class, "rocksdb", Sets.EVEN, 3),
    HOT_REP("Pipeline, one rep has half", Pipeline.class, "heap", Sets.HOT, 3),
    EVERY_SECOND("Pipeline, checkpoints 1 s", Pipeline.class, "heap, every 1s", Sets.EVEN, 3),
    NO_CHECKPOINTS(
            "Pipeline, no checkpoints", Pipeline.class, "heap, no checkpoints", Sets.EVEN, 3),
    LEDGERS_EVERY_SECOND(
            "Pipeline, with ledgers, checkpoints 1 s",
            Pipeline.class,
            "heap, ledgers, every 1s",
            Sets.EVEN,
            3),
    LEDGERS_EVERY_TEN_SECONDS(
            "Pipeline, with ledgers, checkpoints 10 s",
            Pipeline.class,
            "heap, ledgers, every 10s",
            Sets.EVEN,
            3),
    FLINK_SQL("Flink SQL", FlinkSql.class, "", Sets.EVEN, 2),
    KAFKA_STREAMS("Kafka Streams", KafkaStreamsJob.class, "", Sets.EVEN, 2),
    KAFKA_ENGINE("ClickHouse Kafka engine", KafkaEngine.class, "", Sets.EVEN, 1),
    DUCKDB("DuckDB, batch", DuckDb.class, "", Sets.EVEN, 1),
    SINK_JDBC("Sink: JDBC batches", SinkContestant.class, "jdbc", Sets.ROWS, 2),
    SINK_BINARY("Sink: JDBC binary writer", SinkContestant.class, "jdbc binary", Sets.ROWS, 2),
    SINK_OURS("Sink: ours", SinkContestant.class, "ours", Sets.ROWS, 2),
    SINK_ENGINE("Sink: ClickHouse from a file", SinkContestant.class, "engine", Sets.ROWS, 2),
    ONCE("Pipeline on RocksDB, 1×", Pipeline.class, "rocksdb", "grown-1-", 3, 0, 16),
    FOUR_TIMES("Pipeline on RocksDB, 4×", Pipeline.class, "rocksdb", "grown-4-", 3, 0, 4),
    SIXTEEN_TIMES("Pipeline on RocksDB, 16×", Pipeline.class, "rocksdb", "grown-16-", 3),
    MARKOV("Markov, order 1", Models.class, "markov 1", Sets.JOURNEYS, 3),
    MARKOV_ALONE("Markov, order 1, one core", Models.class, "markov 1", Sets.JOURNEYS, 3, 1, 1),
    MARKOV_TENTH("Markov, order 1, a tenth", Models.class, "markov 1", Sets.JOURNEYS, 3, 0, 10),
    MARKOV_PAIRS("Markov, order 2, a tenth", Models.class, "markov 2", Sets.JOURNEYS, 3, 0, 10),
    SHAPLEY("Shapley", Models.class, "shapley", Sets.JOURNEYS, 3),
    SHAPLEY_ALONE("Shapley, one core", Models.class, "shapley", Sets.JOURNEYS, 3, 1, 1),
    SHAPLEY_TENTH("Shapley, a tenth", Models.class, "shapley", Sets.JOURNEYS, 3, 0, 10),
    EFFECT("Effects", Effects.class, "", Sets.PANEL, 3, 0, 4),
    EFFECT_ALONE("Effects, one core", Effects.class, "", Sets.PANEL, 3, 1, 4),
    EFFECT_TENTH("Effects, a tenth of the reps", Effects.class, "", Sets.PANEL, 3, 0, 40);

    /** Two full blocks and a rest. */
    private static final long WARM_UP_ROWS = 250_000;

    private final String title;
    private final Class<? extends Contestant> type;
    private final String variant;
    private final String set;
    private final int heapGibibytes;
    private final int cores;
    private final int divisor;

    Lane(
            String title,
            Class<? extends Contestant> type,
            String variant,
            String set,
            int heapGibibytes) {
        this(title, type, variant, set, heapGibibytes, 0, 1);
    }

    /**
     * @param cores that its process sees; 0 for all
     * @param divisor of the events of a run
     */
    Lane(
            String title,
            Class<? extends Contestant> type,
            String variant,
            String set,
            int heapGibibytes,
            int cores,
            int divisor) {
        this.title = title;
        this.type = type;
        this.variant = variant;
        this.set = set;
        this.heapGibibytes = heapGibibytes;
        this.cores = cores;
        this.divisor = divisor;
    }

    /** The sets of events; topics are named after them. */
    static final class Sets {

        static final String EVEN = "even-";
        static final String HOT = "hot-";
        static final String WARM_UP = "warm-up-";
        static final String ESTIMATE = "estimate-";

        /** Rows of a ledger, made by the contestants themselves. */
        static final String ROWS = "rows";

        /** Closed journeys, made by the contestants themselves. */
        static final String JOURNEYS = "journeys";

        /** Rep-months of a panel, made by the contestants themselves. */
        static final String PANEL = "panel";

        private Sets() {}
    }

    public String title() {
        return title;
    }

    Class<? extends Contestant> type() {
        return type;
    }

    String variant() {
        return variant;
    }

    String set() {
        return set;
    }

    /** Whether fewer events say as much of each; growth is measured over all of them. */
    boolean canBeSliced() {
        return set.equals(Sets.EVEN) || set.equals(Sets.HOT) || set.equals(Sets.ROWS);
    }

    /** How many events warm it up: enough of them to be compiled. */
    long warmUp(long events) {
        return set.equals(Sets.ROWS) ? Math.max(events, WARM_UP_ROWS) : events;
    }

    /** Its set, or that of a part of its size: topics are named after it. */
    String set(int divisor) {
        return divisor == 1 || !readsEvents() ? set : "one-of-" + divisor + "-" + set;
    }

    boolean readsEvents() {
        return set.endsWith("-");
    }

    /** Whether it computes numbers that others must have too. */
    boolean isCompared() {
        return this != CEILING;
    }

    /** Those with the same question must find the same numbers. */
    String question() {
        return type == Models.class ? variant : "";
    }

    /** The variants of the pipeline take turns in one process, all others have their own. */
    String process() {
        return type == Pipeline.class ? "pipeline" : name().toLowerCase(Locale.ROOT);
    }

    /** What its JVM is told. */
    List<String> options() {
        ClassPath classPath = this == KAFKA_STREAMS ? ClassPath.KAFKA_STREAMS : ClassPath.FLINK;
        List<String> options = new ArrayList<>(classPath.options());
        options.add("-Xmx" + heapGibibytes + "g");
        if (cores > 0) {
            options.add("-XX:ActiveProcessorCount=" + cores);
            // Who asks the pool for help works as well.
            options.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (cores - 1));
        }
        return options;
    }

    /** How many events a run has of so many. */
    long share(long events) {
        return events / divisor;
    }
}
