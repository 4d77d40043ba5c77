package io.enablement.bench;

import static io.enablement.bench.Lane.CEILING;
import static io.enablement.bench.Lane.DUCKDB;
import static io.enablement.bench.Lane.EFFECT;
import static io.enablement.bench.Lane.EFFECT_ALONE;
import static io.enablement.bench.Lane.EFFECT_TENTH;
import static io.enablement.bench.Lane.EVERY_SECOND;
import static io.enablement.bench.Lane.FLINK_SQL;
import static io.enablement.bench.Lane.FOUR_TIMES;
import static io.enablement.bench.Lane.HOT_REP;
import static io.enablement.bench.Lane.KAFKA_ENGINE;
import static io.enablement.bench.Lane.KAFKA_STREAMS;
import static io.enablement.bench.Lane.LEDGERS;
import static io.enablement.bench.Lane.LEDGERS_EVERY_SECOND;
import static io.enablement.bench.Lane.LEDGERS_EVERY_TEN_SECONDS;
import static io.enablement.bench.Lane.MARKOV;
import static io.enablement.bench.Lane.MARKOV_ALONE;
import static io.enablement.bench.Lane.MARKOV_PAIRS;
import static io.enablement.bench.Lane.MARKOV_TENTH;
import static io.enablement.bench.Lane.NO_CHECKPOINTS;
import static io.enablement.bench.Lane.ONCE;
import static io.enablement.bench.Lane.PIPELINE;
import static io.enablement.bench.Lane.ROCKSDB;
import static io.enablement.bench.Lane.SHAPLEY;
import static io.enablement.bench.Lane.SHAPLEY_ALONE;
import static io.enablement.bench.Lane.SHAPLEY_TENTH;
import static io.enablement.bench.Lane.SINK_BINARY;
import static io.enablement.bench.Lane.SINK_ENGINE;
import static io.enablement.bench.Lane.SINK_JDBC;
import static io.enablement.bench.Lane.SINK_OURS;
import static io.enablement.bench.Lane.SIXTEEN_TIMES;

import io.enablement.bench.dashboard.PageVisits;
import io.enablement.bench.latency.Latency;
import io.enablement.bench.micro.MicroBenchmarks;
import io.enablement.bench.recovery.Recovery;
import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Measurement;
import io.enablement.bench.report.Samples;
import io.enablement.bench.report.Target;
import io.enablement.bench.sink.SinkContestant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** One question of the benchmarks: who takes part and what is compared. */
public enum Item {
    CEILING_OF_FLINK(
            "ceiling",
            List.of(
                    CEILING,
                    PIPELINE,
                    LEDGERS,
                    ROCKSDB,
                    HOT_REP,
                    EVERY_SECOND,
                    NO_CHECKPOINTS,
                    SINK_ENGINE)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured) {
            Samples pipeline = rate(measured, PIPELINE);
            Samples rowsPerEvent = measured.get(LEDGERS).extraPerEvent("rows ");
            Samples engine = rate(measured, SINK_ENGINE).dividedBy(rowsPerEvent);
            return List.of(
                    ratio(measured, "without ledgers ÷ ceiling", PIPELINE, CEILING, 0.65),
                    finding(
                            "with ledgers ÷ lower of without and ClickHouse's rows",
                            Target.atLeast(0.70),
                            rate(measured, LEDGERS).dividedBy(pipeline.orLess(engine))),
                    told("rows written per event, with ledgers", rowsPerEvent),
                    ratio(measured, "RocksDB ÷ heap", ROCKSDB, PIPELINE, 0.75),
                    ratio(measured, "one rep with half ÷ even", HOT_REP, PIPELINE, 0.85),
                    ratio(
                            measured,
                            "checkpoints every second ÷ none",
                            EVERY_SECOND,
                            NO_CHECKPOINTS,
                            0.90));
        }
    },
    PEERS("peers", List.of(PIPELINE, LEDGERS, FLINK_SQL, KAFKA_STREAMS, KAFKA_ENGINE, DUCKDB)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured) {
            return List.of(
                    ratio(measured, "pipeline ÷ Flink SQL", PIPELINE, FLINK_SQL, 3),
                    ratio(measured, "pipeline ÷ Kafka Streams", PIPELINE, KAFKA_STREAMS, 4),
                    ratio(measured, "pipeline ÷ Kafka engine", PIPELINE, KAFKA_ENGINE, 5),
                    told(
                            "pipeline with ledgers ÷ Flink SQL",
                            rate(measured, LEDGERS).dividedBy(rate(measured, FLINK_SQL))),
                    told(
                            "pipeline with ledgers ÷ Kafka Streams",
                            rate(measured, LEDGERS).dividedBy(rate(measured, KAFKA_STREAMS))),
                    told(
                            "pipeline with ledgers ÷ Kafka engine",
                            rate(measured, LEDGERS).dividedBy(rate(measured, KAFKA_ENGINE))),
                    told(
                            "pipeline with ledgers ÷ DuckDB, batch",
                            rate(measured, LEDGERS).dividedBy(rate(measured, DUCKDB))));
        }
    },
    SINK("sink", List.of(LEDGERS, SINK_JDBC, SINK_BINARY, SINK_OURS, SINK_ENGINE)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured) {
            Samples ours = ofInserting(measured, SINK_OURS);
            return List.of(
                    finding(
                            "client CPU per row: JDBC batches ÷ ours",
                            Target.atLeast(3),
                            ofInserting(measured, SINK_JDBC).dividedBy(ours)),
                    told(
                            "client CPU per row: JDBC binary writer ÷ ours",
                            ofInserting(measured, SINK_BINARY).dividedBy(ours)),
                    told("µs of CPU of one row more: ours", ofOneMore(measured, SINK_OURS)),
                    told("µs of CPU of one row more: JDBC batches", ofOneMore(measured, SINK_JDBC)),
                    told(
                            "µs of CPU of one row more: JDBC binary writer",
                            ofOneMore(measured, SINK_BINARY)),
                    ratio(
                            measured,
                            "rows/s: ours ÷ ClickHouse from a file",
                            SINK_OURS,
                            SINK_ENGINE,
                            0.80),
                    finding(
                            "rows of cohort_metric per 100 events",
                            Target.atMost(1),
                            percent(measured.get(LEDGERS).extraPerEvent("rows cohort_metric"))));
        }
    },
    GROWTH("growth", List.of(ONCE, FOUR_TIMES, SIXTEEN_TIMES)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured) {
            return List.of(
                    told("events/s on RocksDB: 4× ÷ 1×", FOUR_TIMES, ONCE, measured),
                    ratio(measured, "events/s on RocksDB: 16× ÷ 1×", SIXTEEN_TIMES, ONCE, 0.85),
                    finding(
                            "bytes of state per event, 16×",
                            Target.atMost(90),
                            measured.get(SIXTEEN_TIMES).extraPerEvent("state bytes")));
        }
    },
    BATCH(
            "batch",
            List.of(
                    MARKOV,
                    MARKOV_ALONE,
                    MARKOV_TENTH,
                    MARKOV_PAIRS,
                    SHAPLEY,
                    SHAPLEY_ALONE,
                    SHAPLEY_TENTH,
                    EFFECT,
                    EFFECT_ALONE,
                    EFFECT_TENTH)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured) {
            return List.of(
                    told(
                            "Markov, journeys/s: all ÷ a tenth of them",
                            MARKOV,
                            MARKOV_TENTH,
                            measured),
                    told("Markov, journeys/s: two cores ÷ one", MARKOV, MARKOV_ALONE, measured),
                    told(
                            "Markov, journeys/s: order 2 ÷ order 1",
                            MARKOV_PAIRS,
                            MARKOV_TENTH,
                            measured),
                    told(
                            "Shapley, journeys/s: all ÷ a tenth of them",
                            SHAPLEY,
                            SHAPLEY_TENTH,
                            measured),
                    told("Shapley, journeys/s: two cores ÷ one", SHAPLEY, SHAPLEY_ALONE, measured),
                    told(
                            "effects, rep-months/s: all ÷ a tenth of the reps",
                            EFFECT,
                            EFFECT_TENTH,
                            measured),
                    told("effects, rep-months/s: two cores ÷ one", EFFECT, EFFECT_ALONE, measured));
        }
    },
    LATENCY("latency", List.of(LEDGERS, LEDGERS_EVERY_SECOND, LEDGERS_EVERY_TEN_SECONDS)) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured, Scene scene) throws Exception {
            return new Latency(scene)
                    .findings(
                            Map.of(
                                    1, rate(measured, LEDGERS_EVERY_SECOND).median(),
                                    5, rate(measured, LEDGERS).median(),
                                    10, rate(measured, LEDGERS_EVERY_TEN_SECONDS).median()));
        }
    },
    RECOVERY("recovery", List.of()) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured, Scene scene) throws Exception {
            return new Recovery(scene).findings();
        }
    },
    DASHBOARD("dashboard", List.of()) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured, Scene scene) {
            return new PageVisits(scene).findings();
        }
    },
    MICRO("micro", List.of()) {
        @Override
        List<Finding> findings(Map<Lane, Measurement> measured, Scene scene)
                throws RunnerException {
            return MicroBenchmarks.run(label());
        }
    };

    private final String label;
    private final List<Lane> lanes;

    Item(String label, List<Lane> lanes) {
        this.label = label;
        this.lanes = lanes;
    }

    /** Those that are left out unless asked for, or all of them. */
    static Item ofLabel(String label) {
        for (Item item : values()) {
            if (item.label.equals(label.toLowerCase(Locale.ROOT))) {
                return item;
            }
        }
        throw new IllegalArgumentException("There is no '%s' among %s".formatted(label, labels()));
    }

    static List<String> labels() {
        return java.util.Arrays.stream(values()).map(Item::label).toList();
    }

    String label() {
        return label;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** What the rounds have shown. */
    List<Finding> findings(Map<Lane, Measurement> measured) {
        return List.of();
    }

    /** What is measured after the rounds, when their contestants have ended. */
    List<Finding> findings(Map<Lane, Measurement> measured, Scene scene) throws Exception {
        return List.of();
    }

    Finding ratio(
            Map<Lane, Measurement> measured, String what, Lane one, Lane other, double bound) {
        Samples ratio = rate(measured, one).dividedBy(rate(measured, other));
        return finding(what, Target.atLeast(bound), ratio);
    }

    Finding finding(String what, Target target, Samples samples) {
        return new Finding(label, what, target, samples);
    }

    Finding told(String what, Lane one, Lane other, Map<Lane, Measurement> measured) {
        return told(what, rate(measured, one).dividedBy(rate(measured, other)));
    }

    Finding told(String what, Samples samples) {
        return finding(what, null, samples);
    }

    static Samples rate(Map<Lane, Measurement> measured, Lane lane) {
        return measured.get(lane).rate();
    }

    static Samples ofInserting(Map<Lane, Measurement> measured, Lane lane) {
        return measured.get(lane).cpuMicros().minus(ofMaking(measured, lane));
    }

    /** Without what an insert costs beside its rows. */
    static Samples ofOneMore(Map<Lane, Measurement> measured, Lane lane) {
        return measured.get(lane)
                .marginalMicros(SinkContestant.SMALL_MICROS, SinkContestant.SMALL_PART)
                .minus(ofMaking(measured, lane));
    }

    private static Samples ofMaking(Map<Lane, Measurement> measured, Lane lane) {
        return measured.get(lane).extraPerEvent(SinkContestant.MAKING_MICROS);
    }

    static Samples percent(Samples share) {
        return new Samples(share.values().stream().map(each -> 100 * each).toList());
    }
}
