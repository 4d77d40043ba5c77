package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Rejection.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadEventTest {

    private static final DealEvent WON = DealEvents.won(JAN_5).usd(100).event();
    private static final byte[] BYTES = new DealFormat().write(WON);
    private static final int HEADER_LENGTH = 10;

    private final ReadMessage<DealEvent> reading =
            new ReadEvent<>(new DealFormat(), Admission.DEFAULT);

    @Test
    void readsWhatWasWritten() {
        LoggedRecord<DealEvent> record = read(BYTES);

        assertThat(record.event()).contains(WON);
        assertThat(record.rejection()).isEmpty();
        assertThat(record.deadLetter()).isEmpty();
    }

    @Test
    void remembersWhereAnEventStands() {
        DealEvent event = read(BYTES).event().orElseThrow();

        assertThat(event.envelope().partition()).isEqualTo(3);
        assertThat(event.envelope().offset()).isEqualTo(42);
    }

    @Test
    void putsATruncatedMessageAside() {
        byte[] truncated = Arrays.copyOf(BYTES, BYTES.length / 2);

        DeadLetter letter = letter(truncated);

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(letter.payload()).isEqualTo(truncated);
    }

    @Test
    void putsAsideWhatIsNoMessageAtAll() {
        DeadLetter letter = letter("{\"kind\":\"WON\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void putsAsideWhatNoReleasedSchemaWrote() {
        byte[] unknown = BYTES.clone();
        unknown[HEADER_LENGTH - 1] ^= 1;

        DeadLetter letter = letter(unknown);

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void putsAsideAKindThatTheSchemaDoesNotHave() {
        byte[] unknownKind = BYTES.clone();
        unknownKind[placeOfKind()] = 99;

        DeadLetter letter = letter(unknownKind);

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    /** More than a record holds, about as much as there is memory for, more than an array holds. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_001, 1_500_000_000, Integer.MAX_VALUE, Long.MAX_VALUE})
    void putsAsideAMessageThatAnnouncesATextOfAnImpossibleLength(long length) throws IOException {
        DeadLetter letter = letter(withNumber(HEADER_LENGTH, length));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(letter.rejection().detail()).containsAnyOf("length", "longer");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_001, Integer.MAX_VALUE, Long.MAX_VALUE})
    void putsAsideAMessageThatAnnouncesMoreItemsThanItCanHold(long items) throws IOException {
        int placeOfSplits = BYTES.length - 1;

        DeadLetter letter = letter(withNumber(placeOfSplits, items));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void putsAsideAMessageWithBytesBehindIt() {
        DeadLetter letter = letter(Arrays.copyOf(BYTES, BYTES.length + 2));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(letter.rejection().detail()).contains("2 bytes stand behind the message");
    }

    @Test
    void putsAsideWhatMakesNoSenseAndKeepsItsIdentity() {
        DealEvent negative = DealEvents.won(JAN_5).id("e-1").usd(-1).event();

        DeadLetter letter = letter(new DealFormat().write(negative));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.INVALID);
        assertThat(letter.rejection().detail()).contains("amount_minor is negative");
        assertThat(letter.id()).isEqualTo("e-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
    void putsAsideTimesThatNoTableCanHold(long micros) {
        DeadLetter letter =
                letter(new DealFormat().write(DealEvents.won(Moment.of(micros)).event()));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void putsAsideWhatIsAheadOfTheLog() {
        DeadLetter letter =
                letter(
                        new DealFormat()
                                .write(DealEvents.won(Moment.of(FEB_4.micros() * 2)).event()));

        assertThat(letter.rejection().reason()).isEqualTo(Reason.FUTURE);
    }

    @Test
    void saysWhereADeadLetterStood() {
        DeadLetter letter = letter(new byte[0]);

        assertThat(letter.topic()).isEqualTo("deal-events");
        assertThat(letter.partition()).isEqualTo(3);
        assertThat(letter.offset()).isEqualTo(42);
        assertThat(letter.key()).isEqualTo("d-1");
    }

    /** Behind the header, id and source (each a length and its text), both clocks and quality. */
    private static int placeOfKind() {
        int id = 1 + WON.envelope().id().length();
        int source = 1 + WON.envelope().source().length();
        int clock = zigZagLength(JAN_5.micros());
        return HEADER_LENGTH + id + source + 2 * clock + 1;
    }

    /** A message that ends with a number of its own choice, as Avro writes it. */
    private static byte[] withNumber(int place, long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(BYTES, 0, place);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(number);
        return bytes.toByteArray();
    }

    private static int zigZagLength(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value << 1) + 6) / 7;
    }

    private LoggedRecord<DealEvent> read(byte[] value) {
        return reading.read(
                new RawMessage(
                        "deal-events",
                        3,
                        42,
                        FEB_4.micros() / 1000,
                        "d-1".getBytes(StandardCharsets.UTF_8),
                        value,
                        Map.of()));
    }

    private DeadLetter letter(byte[] value) {
        return read(value).deadLetter().orElseThrow();
    }
}
