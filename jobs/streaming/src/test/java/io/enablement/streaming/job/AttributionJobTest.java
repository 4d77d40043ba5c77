package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.Event;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.tables.AttributionCreditTable;
import io.enablement.streaming.sink.tables.JourneyTable;
import io.enablement.streaming.sink.tables.TouchTable;
import io.enablement.streaming.state.RandomOrganisation;
import io.enablement.streaming.state.SimpleAttribution;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/**
 * The whole topology against the plain definition. Flink refuses to run it with generic types or
 * without a uid at every operator. Catches a stream that is keyed by something else than what its
 * operator keeps, and a column that takes the value of another.
 */
class AttributionJobTest {

    private static final AttributionSettings SETTINGS =
            AttributionSettings.of(
                    Map.of(),
                    "--checkpoints",
                    "file:///unused",
                    "--lookback-days-training",
                    "60",
                    "--touches-per-deal",
                    "8");

    @Test
    void writesTheRowsOfThePlainDefinition() throws Exception {
        List<Event> events = RandomOrganisation.events(3);
        Collection<Journey> journeys =
                SimpleAttribution.journeys(events, SETTINGS.attribution()).values();

        CollectedRows rows = run(RandomOrganisation.rearranged(events, 4));

        AttributionRules rules = SETTINGS.attribution();
        assertThat(rows.live("journey")).isEqualTo(rows(journeys.stream(), new JourneyTable()));
        assertThat(rows.live("touch"))
                .isEqualTo(
                        rows(journeys.stream().flatMap(j -> j.steps().stream()), new TouchTable()))
                .isNotEmpty();
        assertThat(rows.live("attribution_credit"))
                .isEqualTo(
                        rows(
                                journeys.stream().flatMap(j -> j.credits(rules).stream()),
                                new AttributionCreditTable()))
                .isNotEmpty();
        assertThat(rows.of("source_progress")).isNotEmpty();
    }

    private static <T> Map<ByteBuffer, ByteBuffer> rows(
            Stream<T> values, MapFunction<Change<T>, Row> table) throws Exception {
        Map<ByteBuffer, ByteBuffer> rows = new TreeMap<>();
        for (T value : values.toList()) {
            Row row = table.map(Change.to(value));
            rows.put(ByteBuffer.wrap(row.key()), ByteBuffer.wrap(row.columns()));
        }
        return rows;
    }

    private static CollectedRows run(List<Event> events) throws Exception {
        List<RawMessage> messages = new ArrayList<>();
        events.forEach(event -> messages.add(LoggedEvents.message(event, messages.size())));
        Configuration flink = SETTINGS.flink();
        flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        CollectedRows rows = new CollectedRows("attribution");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        AttributionJob.build(
                env,
                SETTINGS.job().rules(),
                SETTINGS.attribution(),
                SETTINGS.job().admission(),
                new ReplayedMessages("attribution", messages),
                rows);
        env.execute("attribution");
        return rows;
    }
}
