package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.Event;
import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.ClickHouseSink;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many events, a million in the long version, once in the order in which they were made on heap
 * state, and once shuffled with a tenth of them twice on RocksDB, each into a generation of its
 * own.
 *
 * <p>EventOrderTest and RestatementTest catch in milliseconds another order of a fold and a wrong
 * sign in the ledger; here both are read back from what was written.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyEventsIT {

    private static final int SIZE = Boolean.getBoolean("test.long") ? 1_000_000 : 30_000;
    private static final int REPS = 400;
    private static final int DEALS = (SIZE - 25 * REPS) / 8;
    private static final GeneratedEvents EVENTS = new GeneratedEvents(11, REPS, DEALS);

    @TempDir private static Path directory;
    private ResultDatabase database;
    private long countedDeals;

    @BeforeAll
    void processTwice() throws Exception {
        database = ResultDatabase.fresh();
        sendInOrder();
        process(1, "hashmap");
        sendShuffledWithDuplicates();
        process(2, "rocksdb");
    }

    @Test
    void areReadOnceEach() {
        assertThat(EVENTS.size()).isEqualTo(SIZE);
        assertThat(
                        database.number(
                                "sum(arraySum(mapValues(records_in))) FROM pipeline_status WHERE generation = 1"))
                .isEqualTo(SIZE);
    }

    @Test
    void countEveryDealOnceThatWasNotDeletedOrMerged() {
        long created = database.number("sum(created) FROM rep_month FINAL WHERE generation = 1");

        assertThat(created).isEqualTo(countedDeals);
    }

    @ParameterizedTest
    @FieldSource("io.enablement.streaming.job.ResultDatabase#STATE_TABLES")
    void giveTheSameLiveRowsInAnyOrderWithDuplicates(String table) {
        assertThat(database.liveRows(table, 2)).isEqualTo(database.liveRows(table, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void addUpInTheLedgers(int generation) {
        database.execute(
                "INSERT INTO pipeline_generation (generation, activated_at, note) VALUES (%d, now64(6), 'test')"
                        .formatted(generation));

        assertThat(database.number("count() FROM ledger_difference")).isZero();
    }

    private void sendInOrder() throws Exception {
        try (TestTopics topics = TestTopics.create(Services.bootstrapServers(), "ordered-")) {
            for (int place = 0; place < EVENTS.size(); place++) {
                Event event = EVENTS.event(place);
                countedDeals += counted(event, place);
                topics.send(event);
            }
        }
    }

    /** Every deal counts whose creation has a known time, but for those deleted or merged. */
    private static int counted(Event event, int place) {
        if (!(event instanceof DealEvent deal)) {
            return 0;
        }
        if (deal.kind() == Kind.CREATED) {
            return event.occurred().isKnown() ? 1 : 0;
        }
        boolean gone = deal.kind() == Kind.DELETED || deal.kind() == Kind.MERGED;
        Event creation = EVENTS.event(place - GeneratedEvents.FROM_CREATION_TO_CORRECTION);
        return gone && creation.occurred().isKnown() ? -1 : 0;
    }

    private void sendShuffledWithDuplicates() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        int[] places = shuffledPlaces(random);
        try (TestTopics topics = TestTopics.create(Services.bootstrapServers(), "shuffled-")) {
            for (int place : places) {
                topics.send(EVENTS.event(place));
                if (random.nextInt(10) == 0) {
                    topics.send(EVENTS.event(places[random.nextInt(places.length)]));
                }
            }
        }
    }

    private static int[] shuffledPlaces(SplittableRandom random) {
        int[] places = new int[EVENTS.size()];
        for (int place = 0; place < places.length; place++) {
            int other = random.nextInt(place + 1);
            places[place] = places[other];
            places[other] = place;
        }
        return places;
    }

    private void process(int generation, String stateBackend) throws Exception {
        JobSettings settings = settings(generation, stateBackend);
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        CohortMetricsJob.build(
                env,
                settings.rules(),
                settings.admission(),
                new BoundedKafkaMessages(
                        Services.bootstrapServers(), generation == 1 ? "ordered-" : "shuffled-"),
                new ClickHouseSink(
                        settings.sink(CohortMetricsJob.NAME),
                        ResultTables.of(settings.rules()).all()));
        env.execute("generation " + generation);
    }

    private JobSettings settings(int generation, String stateBackend) {
        return JobSettings.of(
                Map.of(
                        "ENABLEMENT_CLICKHOUSE", Services.clickHouseUrl(),
                        "ENABLEMENT_CLICKHOUSE_USER", Services.user(),
                        "ENABLEMENT_CLICKHOUSE_PASSWORD", Services.password(),
                        "ENABLEMENT_CLICKHOUSE_DATABASE", database.name()),
                "--generation",
                Integer.toString(generation),
                "--state-backend",
                stateBackend,
                "--checkpoints",
                directory.resolve("checkpoints-" + generation).toUri().toString());
    }
}
