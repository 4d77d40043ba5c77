package io.enablement.streaming.job;

import static io.enablement.domain.Times.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Event;
import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.ClickHouseSink;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.Table;
import io.enablement.streaming.sink.tables.AttributionCreditTable;
import io.enablement.streaming.sink.tables.JourneyTable;
import io.enablement.streaming.sink.tables.TouchTable;
import io.enablement.streaming.state.RandomOrganisation;
import io.enablement.streaming.state.SimpleAttribution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From Kafka to ClickHouse while the job fails: half of the events are published, then it fails
 * before it has read another, then it goes on. Catches rows that come twice or not at all, credits
 * of the first half that stand though the second took them back, and settings that nobody records.
 */
class AttributionIT {

    private static final List<Event> EVENTS = new ArrayList<>();
    private static final int HALF;

    static {
        List<Event> events = RandomOrganisation.rearranged(RandomOrganisation.events(5), 6);
        EVENTS.addAll(events.subList(0, events.size() / 2));
        EVENTS.addAll(wonDealWithATouch());
        HALF = EVENTS.size();
        EVENTS.addAll(events.subList(events.size() / 2, events.size()));
        EVENTS.add(DealEvents.deleted(day(-200)).dealId("gone").event());
    }

    private static final AttributionRules RULES = AttributionRules.DEFAULT;

    @TempDir private static Path directory;
    private static ResultDatabase database;
    private static TestTopics topics;
    private static JobClient job;

    @BeforeAll
    static void publishInTwoHalves() throws Exception {
        database = ResultDatabase.fresh();
        topics = TestTopics.create(Services.bootstrapServers(), "attribution-");
        job = start();
        EVENTS.subList(0, HALF).forEach(topics::send);
        Patience.until("published the first half", () -> published() == HALF);
        OnceFailingMessages.failNext();
        EVENTS.subList(HALF, EVENTS.size()).forEach(topics::send);
        Patience.until("published the rest", () -> published() == EVENTS.size());
    }

    @AfterAll
    static void stop() throws Exception {
        job.cancel().get();
        job.getJobExecutionResult().handle((result, cancelled) -> null).get();
        topics.close();
    }

    @Test
    void showsTheRowsOfThePlainDefinition() throws Exception {
        ShownRows expected = new ShownRows("attribution");
        SinkWriter<Row> rows = expected.createWriter(null);
        for (Journey journey : SimpleAttribution.journeys(EVENTS, RULES).values()) {
            rows.write(new JourneyTable().map(Change.to(journey)), null);
            for (JourneyTouch step : journey.steps()) {
                rows.write(new TouchTable().map(Change.to(step)), null);
            }
            for (Credit credit : journey.credits(RULES)) {
                rows.write(new AttributionCreditTable().map(Change.to(credit)), null);
            }
        }

        assertThat(OnceFailingMessages.hasFailed()).isTrue();
        for (Table table : AttributionJob.TABLES.subList(0, 3)) {
            assertThat(database.liveRows(table, 1))
                    .as(table.name())
                    .isEqualTo(expected.live(table))
                    .doesNotStartWith("0");
        }
    }

    @Test
    void writesTombstonesOfWhatIsThereNoMore() {
        for (Table table : AttributionJob.TABLES.subList(0, 3)) {
            assertThat(database.number("countIf(is_deleted = 1) FROM " + table.name()))
                    .as(table.name())
                    .isPositive();
        }
    }

    @Test
    void recordsItsSettings() {
        assertThat(
                        database.execute(
                                        """
                                        SELECT name, value FROM generation_setting FINAL
                                        WHERE job = 'attribution'
                                            AND match(name, 'lookback|half_life|per_deal')
                                        ORDER BY name
                                        """)
                                .lines())
                .containsExactly(
                        "half_life_days\t30",
                        "lookback_days_assignment\t90",
                        "lookback_days_coaching\t90",
                        "lookback_days_content\t90",
                        "lookback_days_training\t90",
                        "touches_per_deal\t200");
    }

    private static List<Event> wonDealWithATouch() {
        return List.of(
                DealEvents.created(day(-300)).dealId("gone").event(),
                ContentEvents.happened(ContentEvent.Kind.VIEWED, day(-290)).dealId("gone").event(),
                DealEvents.won(day(-280)).dealId("gone").usd(100).event());
    }

    private static long published() {
        return database.number(
                "sum(arraySum(mapValues(records_in))) FROM pipeline_status FINAL WHERE job = 'attribution'");
    }

    private static JobClient start() throws Exception {
        AttributionSettings settings =
                AttributionSettings.of(
                        Map.of(
                                "ENABLEMENT_CLICKHOUSE", Services.clickHouseUrl(),
                                "ENABLEMENT_CLICKHOUSE_USER", Services.user(),
                                "ENABLEMENT_CLICKHOUSE_PASSWORD", Services.password(),
                                "ENABLEMENT_CLICKHOUSE_DATABASE", database.name()),
                        "--checkpoint-interval",
                        "200ms",
                        "--checkpoints",
                        directory.resolve("checkpoints").toUri().toString());
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        AttributionJob.build(
                env,
                settings.job().rules(),
                settings.attribution(),
                settings.job().admission(),
                new OnceFailingMessages(Services.bootstrapServers(), "attribution-"),
                new ClickHouseSink(settings.sink(), AttributionJob.TABLES));
        return env.executeAsync("attribution");
    }
}
