package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.domain.event.Event;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** Flink refuses to run a topology with generic types or without a uid at every operator. */
class EventArchiveJobTest {

    private static final GeneratedEvents EVENTS = new GeneratedEvents(7, 20, 120);

    @Test
    void keepsEachRecordAlsoWhereTheSameEventComesTwice() throws Exception {
        List<RawMessage> messages = messages();
        Event again = EVENTS.event(0);
        messages.add(LoggedEvents.message(again, messages.size()));

        CollectedRows rows = run("archived", messages);

        assertThat(rows.of("event_log")).hasSize(EVENTS.size() + 1);
        assertThat(rows.of("event_log").stream().map(Row::columns).map(ByteBuffer::wrap))
                .doesNotHaveDuplicates();
        assertThat(rows.live("dead_letter")).isEmpty();
    }

    @Test
    void tellsOfWhatCannotCount() throws Exception {
        Event negative = DealEvents.won(Times.JAN_5).usd(-1).event();
        List<RawMessage> messages =
                List.of(
                        LoggedEvents.message(negative, 0),
                        LoggedEvents.rejected("events.jsonl:3"),
                        LoggedEvents.message(EVENTS.event(0), 1));

        CollectedRows rows = run("refused", messages);

        assertThat(rows.of("event_log")).hasSize(3);
        assertThat(rows.live("dead_letter")).hasSize(2);
    }

    private static List<RawMessage> messages() {
        List<RawMessage> messages = new ArrayList<>();
        IntStream.range(0, EVENTS.size())
                .forEach(place -> messages.add(LoggedEvents.message(EVENTS.event(place), place)));
        return messages;
    }

    private static CollectedRows run(String name, List<RawMessage> messages) throws Exception {
        ArchiveSettings settings = ArchiveSettings.of(Map.of(), "--checkpoints", "file:///unused");
        Configuration flink = settings.flink();
        flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        CollectedRows rows = new CollectedRows(name);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        EventArchiveJob.build(
                env, settings.admission(), new ReplayedMessages("archived", messages), rows);
        env.execute(name);
        return rows;
    }
}
