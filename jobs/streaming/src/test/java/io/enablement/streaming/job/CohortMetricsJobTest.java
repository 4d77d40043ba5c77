package io.enablement.streaming.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Event;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortMetricsJobTest {

    private static final GeneratedEvents EVENTS = new GeneratedEvents(7, 20, 120);

    @ParameterizedTest
    @CsvSource({"1, UTC", "2, America/New_York", "3, Asia/Tokyo"})
    void givesTheSameRowsInAnyOrderAndWithDuplicates(long seed, String zone) throws Exception {
        CollectedRows inOrder = run("in-order", events(), zone);

        CollectedRows shuffled = run("shuffled", shuffledWithDuplicates(seed), zone);

        for (String table : ResultDatabase.STATE_TABLES) {
            assertThat(shuffled.live(table)).as(table).isEqualTo(inOrder.live(table));
        }
    }

    @Test
    void fillsEveryTableThatTheEventsSpeakOf() throws Exception {
        CollectedRows rows = run("filled", events(), "UTC");

        assertThat(rows.live("deal")).hasSize(120);
        assertThat(rows.live("rep_month")).isNotEmpty();
        assertThat(rows.live("content_publication")).isNotEmpty();
        assertThat(rows.live("content_month")).isNotEmpty();
        assertThat(rows.live("assignment")).isNotEmpty();
        assertThat(rows.live("cohort_metric")).isNotEmpty();
        assertThat(rows.of("rep_ledger")).isNotEmpty();
        assertThat(rows.of("membership_ledger")).isNotEmpty();
        int conflicts = 10; // of 120 deals, each thirteenth: 0, 13, …, 117
        assertThat(rows.live("dead_letter")).hasSize(conflicts);
    }

    @Test
    void postsEveryPart() throws Exception {
        CollectedRows rows = run("parts", events(), "UTC");

        assertThat(Part.values()).allMatch(part -> isPosted(part, rows.of("rep_ledger")));
    }

    private static boolean isPosted(Part part, List<Row> ledger) {
        String name = new String(new RowBytes().string(part.column()).toBytes(), ISO_8859_1);
        return ledger.stream()
                .anyMatch(row -> new String(row.columns(), ISO_8859_1).contains(name));
    }

    private static List<Event> events() {
        return IntStream.range(0, EVENTS.size()).mapToObj(EVENTS::event).toList();
    }

    private static List<Event> shuffledWithDuplicates(long seed) {
        List<Event> events = new ArrayList<>(events());
        Random random = new Random(seed);
        events.addAll(events().stream().filter(event -> random.nextInt(10) == 0).toList());
        Collections.shuffle(events, random);
        return events;
    }

    private static CollectedRows run(String name, List<Event> events, String zone)
            throws Exception {
        List<RawMessage> messages = new ArrayList<>();
        events.forEach(event -> messages.add(LoggedEvents.message(event, messages.size())));
        JobSettings settings =
                JobSettings.of(Map.of(), "--checkpoints", "file:///unused", "--zone", zone);
        Configuration flink = settings.flink();
        flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        CollectedRows rows = new CollectedRows(name);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        CohortMetricsJob.build(
                env,
                settings.rules(),
                settings.admission(),
                new ReplayedMessages(name, messages),
                rows);
        env.execute(name);
        return rows;
    }
}
