package io.enablement.streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.schemas.DealMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

/**
 * State outlives the release that wrote it. Catches a body that is read with the newest schema
 * instead of the one that wrote it.
 */
class PackedRecordsTest {

    private static final Schema FIRST = DealMessage.getClassSchema();
    private static final Schema NEXT = next();

    @Test
    void areReadByTheReleaseThatFollows() {
        byte[] kept = new DealFormat().pack(DealEvents.won(Times.JAN_5).usd(300).event());

        IndexedRecord read = records(NEXT, FIRST, NEXT).read(kept);

        assertThat(text(read, "region")).isEqualTo("unknown");
        assertThat(text(read, "amount_minor")).isEqualTo("300");
        assertThat(text(read, "currency")).isEqualTo("USD");
    }

    @Test
    void ofSeveralReleasesStandSideBySide() {
        PackedRecords<IndexedRecord> records = records(NEXT, FIRST, NEXT);
        byte[] old = new DealFormat().pack(DealEvents.won(Times.JAN_5).event());

        byte[] rewritten = records.write(records.read(old));

        assertThat(old[0]).isEqualTo((byte) 1);
        assertThat(rewritten[0]).isEqualTo((byte) 2);
        assertThat(records.read(rewritten)).isEqualTo(records.read(old));
    }

    @Test
    void areNotWrittenWithASchemaThatIsNotReleased() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> records(NEXT, FIRST))
                .withMessageContaining("is not released");
    }

    @Test
    void ofALaterReleaseAreNotGuessedAt() {
        PackedRecords<IndexedRecord> later = records(NEXT, FIRST, NEXT);
        byte[] kept =
                later.write(later.read(new DealFormat().pack(DealEvents.won(Times.JAN_5).event())));

        assertThatIllegalStateException()
                .isThrownBy(() -> records(FIRST, FIRST).read(kept))
                .withMessageContaining("newer release");
    }

    private static PackedRecords<IndexedRecord> records(Schema current, Schema... released) {
        return new PackedRecords<>(GenericData.get(), current, List.of(released));
    }

    /** A made-up version 2: with one more field, in front of the others. */
    private static Schema next() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("region", Schema.create(Schema.Type.STRING), "New.", "unknown"));
        FIRST.getFields().forEach(field -> fields.add(new Field(field, field.schema())));
        return Schema.createRecord(
                FIRST.getName(), FIRST.getDoc(), FIRST.getNamespace(), false, fields);
    }

    private static String text(IndexedRecord message, String field) {
        return String.valueOf(message.get(message.getSchema().getField(field).pos()));
    }
}
