package io.enablement.streaming.sink.tables;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.LoggedRecord.Place;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.ProgrammeMessage;
import io.enablement.schemas.QuotaMessage;
import io.enablement.schemas.RepMessage;
import io.enablement.schemas.TrainingMessage;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTableTest {

    private static final EventLogTable TABLE = new EventLogTable();
    private static final Place PLACE = new Place("deal-events", 3, 42, FEB_4.micros());
    private static final byte[] KEY = {'d'};
    private static final byte[] PAYLOAD = {1, 2};
    private static final Map<String, String> HEADERS = Map.of("origin", "deals.csv:3");

    /** Renamed where the field's own name means something else in a table. */
    private static final Map<String, String> COLUMNS_OF_OTHER_NAMES =
            Map.of("id", "event_id", "version", "definition");

    @ParameterizedTest
    @ValueSource(
            classes = {
                ContentMessage.class,
                DealMessage.class,
                ProgrammeMessage.class,
                QuotaMessage.class,
                RepMessage.class,
                TrainingMessage.class
            })
    void hasAColumnForEveryFieldOfEverySchema(Class<?> message) {
        Schema schema = SpecificData.get().getSchema(message);

        assertThat(TABLE.table().columns())
                .containsAll(
                        schema.getFields().stream()
                                .map(Field::name)
                                .map(name -> COLUMNS_OF_OTHER_NAMES.getOrDefault(name, name))
                                .toList());
    }

    @Test
    void keepsARecordInWhichNothingCanBeReadAsItCame() {
        Rejection rejection = new Rejection(Reason.UNKNOWN_SCHEMA, "written tomorrow");

        byte[] row = row(LoggedRecord.unread(PLACE, KEY, PAYLOAD, HEADERS, rejection));

        assertThat(row)
                .startsWith(record().string("unknown_schema").string("").string("").toBytes());
    }

    @Test
    void showsWhatTheEventSays() {
        DealEvent event =
                DealEvents.qualified(Qualification.WORK, JAN_5)
                        .id("e-1")
                        .dealType("project")
                        .splits(DealEvents.revenue("ann", 100))
                        .event();

        byte[] row = row(LoggedRecord.of(PLACE, KEY, PAYLOAD, HEADERS, event));

        assertThat(row)
                .startsWith(record().string("").string("deal").string("QUALIFIED").toBytes())
                .containsSequence(new RowBytes().string("e-1").toBytes())
                .containsSequence(new RowBytes().string("project").toBytes())
                .containsSequence(new RowBytes().string("WORK").string("").string("").toBytes())
                .containsSequence(splits("ann", "REVENUE", 10_000));
    }

    @Test
    void showsAlsoAnEventThatCannotCount() {
        LoggedRecord<DealEvent> record =
                LoggedRecord.of(PLACE, KEY, PAYLOAD, HEADERS, DealEvents.won(JAN_5).event());

        byte[] row = row(record.refused(new Rejection(Reason.TOO_LATE, "after years")));

        assertThat(row).startsWith(record().string("too_late").string("deal").toBytes());
    }

    /** A time that no column can hold must not stop the archive for ever. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void leavesOutATimeThatNoColumnCanHold(long micros) {
        DealEvent event = DealEvents.won(Moment.of(micros)).event();

        byte[] row = row(LoggedRecord.of(PLACE, KEY, PAYLOAD, HEADERS, event));

        byte[] identity =
                new RowBytes()
                        .string(event.envelope().source())
                        .string(event.envelope().id())
                        .nullable((Instant) null, RowBytes::dateTime64)
                        .toBytes();
        assertThat(row).containsSequence(identity);
    }

    @Test
    void hasNoTimeForARecordWithoutOne() {
        Place timeless = new Place("deal-events", 3, 42, -1_000);
        Rejection rejection = new Rejection(Reason.UNREADABLE, "no message");

        byte[] row = row(LoggedRecord.unread(timeless, KEY, PAYLOAD, Map.of(), rejection));

        assertThat(row)
                .startsWith(
                        new RowBytes()
                                .string("deal-events")
                                .int32(3)
                                .int64(42)
                                .nullable((Instant) null, RowBytes::dateTime64)
                                .toBytes());
    }

    /** What stands in front of the reason. */
    private static RowBytes record() {
        return new RowBytes()
                .string("deal-events")
                .int32(3)
                .int64(42)
                .nullable(Instant.parse("2026-02-04T00:00:00Z"), RowBytes::dateTime64)
                .bytes(KEY)
                .array(List.of("origin"), RowBytes::string)
                .string("deals.csv:3")
                .bytes(PAYLOAD);
    }

    private static byte[] splits(String repId, String kind, int basisPoints) {
        return new RowBytes()
                .array(List.of(repId), RowBytes::string)
                .string(kind)
                .int32(basisPoints)
                .toBytes();
    }

    private static byte[] row(LoggedRecord<DealEvent> record) {
        return TABLE.map(record).columns();
    }
}
