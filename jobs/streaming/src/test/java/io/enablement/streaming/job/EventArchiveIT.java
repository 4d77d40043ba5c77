package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.Moment;
import io.enablement.local.testing.Services;
import io.enablement.schemas.Assignment;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.DealType;
import io.enablement.schemas.ProgrammeMessage;
import io.enablement.schemas.QuotaMessage;
import io.enablement.schemas.RepMessage;
import io.enablement.schemas.TrainingMessage;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.ClickHouseSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of every topic is one row, whose columns say what its bytes say. */
class EventArchiveIT {

    private static final GeneratedEvents EVENTS = new GeneratedEvents(5, 20, 150);
    private static final int TWICE_EVERY = 10;
    private static final Moment JAN_2_1970 = Moment.of(86_400_000_000L);
    private static final DateTimeFormatter CLICKHOUSE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final Map<String, String> COLUMNS_OF_OTHER_NAMES =
            Map.of("id", "event_id", "version", "definition");

    @TempDir private static Path directory;
    private static ResultDatabase database;
    private static int records;

    @BeforeAll
    static void archive() throws Exception {
        database = ResultDatabase.fresh();
        List<RawMessage> messages = messages();
        records = messages.size();
        try (TestTopics topics = TestTopics.create(Services.bootstrapServers(), "archive-")) {
            messages.forEach(topics::send);
        }
        ArchiveSettings settings = settings();
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        EventArchiveJob.build(
                env,
                settings.admission(),
                new BoundedKafkaMessages(Services.bootstrapServers(), "archive-"),
                new ClickHouseSink(settings.sink(), EventArchiveJob.TABLES));
        env.execute("archive");
    }

    static Stream<Class<? extends SpecificRecord>> messageTypes() {
        return Stream.of(
                DealMessage.class,
                TrainingMessage.class,
                ContentMessage.class,
                ProgrammeMessage.class,
                RepMessage.class,
                QuotaMessage.class);
    }

    @Test
    void keepsEachRecordOnce() {
        assertThat(database.number("count() FROM current_event_log")).isEqualTo(records);
        assertThat(database.number("uniqExact(topic, partition, offset) FROM current_event_log"))
                .isEqualTo(records);
    }

    @Test
    void tellsWhyARecordCannotCount() {
        String reasons = "refused, count() FROM %s WHERE refused != '' GROUP BY 1 ORDER BY 1";

        assertThat(database.execute("SELECT " + reasons.formatted("current_event_log")).lines())
                .containsExactly(
                        "invalid\t1",
                        "rejected\t1",
                        "too_late\t1",
                        "unknown_schema\t1",
                        "unreadable\t1");
        assertThat(
                        database.execute(
                                        "SELECT reason, count() FROM current_dead_letter GROUP BY 1 ORDER BY 1")
                                .lines())
                .hasSize(5)
                .allMatch(line -> line.endsWith("\t1"));
    }

    /** Breaks where a column takes the value of another field, or of none. */
    @ParameterizedTest
    @MethodSource("messageTypes")
    void saysInItsColumnsWhatTheBytesSay(Class<? extends SpecificRecord> type) throws Exception {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        BinaryMessageDecoder<SpecificRecord> decoder = new BinaryMessageDecoder<>(data, schema);
        String columns =
                schema.getFields().stream()
                        .map(EventArchiveIT::column)
                        .collect(Collectors.joining(", "));
        String family = type.getSimpleName().replace("Message", "").toLowerCase(Locale.ROOT);

        List<String> rows =
                database.execute(
                                "SELECT hex(payload), %s FROM current_event_log WHERE family = '%s' FORMAT TSVRaw"
                                        .formatted(columns, family))
                        .lines()
                        .toList();

        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            String[] values = row.split("\t", -1);
            SpecificRecord message = decoder.decode(HexFormat.of().parseHex(values[0]));
            assertThat(Arrays.copyOfRange(values, 1, values.length)).isEqualTo(texts(message));
        }
    }

    private static List<RawMessage> messages() {
        List<RawMessage> messages = new ArrayList<>();
        for (int place = 0; place < EVENTS.size(); place++) {
            Event event = EVENTS.event(place);
            messages.add(LoggedEvents.message(event, 0));
            if (place % TWICE_EVERY == 0) {
                messages.add(LoggedEvents.message(event, 0));
            }
        }
        byte[] whole = LoggedEvents.bytes(DealEvents.won(Times.JAN_5).event());
        byte[] unknownSchema = whole.clone();
        unknownSchema[2]++;
        messages.add(deal(unknownSchema));
        messages.add(deal(Arrays.copyOf(whole, whole.length / 2)));
        messages.add(deal(LoggedEvents.bytes(DealEvents.won(Times.JAN_5).usd(-1).event())));
        messages.add(deal(LoggedEvents.bytes(tooLate())));
        messages.add(LoggedEvents.rejected("events.jsonl:3"));
        return messages;
    }

    private static Event tooLate() {
        return DealEvents.won(JAN_2_1970).recorded(Times.JAN_5).event();
    }

    private static RawMessage deal(byte[] value) {
        return new RawMessage(
                Family.DEAL.topic(),
                0,
                0,
                Times.FEB_4.micros() / 1000,
                new byte[] {'d'},
                value,
                Map.of());
    }

    private static ArchiveSettings settings() {
        return ArchiveSettings.of(
                Map.of(
                        "ENABLEMENT_CLICKHOUSE", Services.clickHouseUrl(),
                        "ENABLEMENT_CLICKHOUSE_USER", Services.user(),
                        "ENABLEMENT_CLICKHOUSE_PASSWORD", Services.password(),
                        "ENABLEMENT_CLICKHOUSE_DATABASE", database.name()),
                "--checkpoint-interval",
                "200ms",
                "--checkpoints",
                directory.resolve("checkpoints").toUri().toString());
    }

    /** The column of a field as text. */
    private static String column(Field field) {
        String name = COLUMNS_OF_OTHER_NAMES.getOrDefault(field.name(), field.name());
        if (field.name().equals("splits")) {
            return "arrayStringConcat(arrayMap(s -> s.rep_id || ':' || s.kind || ':' || toString(s.basis_points), splits), ',')";
        }
        return field.schema().getType() == Schema.Type.ARRAY
                ? "arrayStringConcat(arrayMap(item -> toString(item), %s), ',')".formatted(name)
                : "ifNull(toString(%s), '')".formatted(name);
    }

    private static String[] texts(SpecificRecord message) {
        return message.getSchema().getFields().stream()
                .map(field -> text(message.get(field.pos())))
                .toArray(String[]::new);
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant time) {
            return CLICKHOUSE_TIME.format(time);
        }
        if (value instanceof DealType || value instanceof Assignment) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? Long.toString(number.longValue())
                    : value.toString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(EventArchiveIT::text).collect(Collectors.joining(","));
        }
        return value instanceof IndexedRecord split
                ? split.get(0) + ":" + split.get(1) + ":" + split.get(2)
                : value.toString();
    }
}
