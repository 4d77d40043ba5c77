package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.Rejection.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups.UnregisteredTaskMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeEventsTest {

    private static final DealEvent WON = DealEvents.won(JAN_5).usd(100).event();
    private static final byte[] BYTES = new DealFormat().write(WON);
    private static final int HEADER_LENGTH = 10;

    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
    private OneInputStreamOperatorTestHarness<RawMessage, DealEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(
                                new DecodeEvents<>(
                                        new DealFormat(),
                                        Admission.DEFAULT,
                                        BusinessCalendar.DEFAULT)),
                        environment());
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        read(BYTES);

        assertThat(harness.extractOutputValues()).containsExactly(WON);
        assertThat(letters()).isEmpty();
    }

    @Test
    void remembersWhereAnEventStands() throws Exception {
        read(BYTES);

        assertThat(harness.extractOutputValues().get(0).envelope().partition()).isEqualTo(3);
        assertThat(harness.extractOutputValues().get(0).envelope().offset()).isEqualTo(42);
    }

    @Test
    void putsATruncatedMessageAside() throws Exception {
        byte[] truncated = Arrays.copyOf(BYTES, BYTES.length / 2);

        read(truncated);

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(onlyLetter().payload()).isEqualTo(truncated);
    }

    @Test
    void putsAsideWhatIsNoMessageAtAll() throws Exception {
        read("{\"kind\":\"WON\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void putsAsideWhatNoReleasedSchemaWrote() throws Exception {
        byte[] unknown = BYTES.clone();
        unknown[HEADER_LENGTH - 1] ^= 1;

        read(unknown);

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void putsAsideAKindThatTheSchemaDoesNotHave() throws Exception {
        byte[] unknownKind = BYTES.clone();
        unknownKind[placeOfKind()] = 99;

        read(unknownKind);

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    /** More than a record holds, about as much as there is memory for, more than an array holds. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_001, 1_500_000_000, Integer.MAX_VALUE, Long.MAX_VALUE})
    void putsAsideAMessageThatAnnouncesATextOfAnImpossibleLength(long length) throws Exception {
        read(withNumber(HEADER_LENGTH, length));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(onlyLetter().rejection().detail()).containsAnyOf("length", "longer");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_001, Integer.MAX_VALUE, Long.MAX_VALUE})
    void putsAsideAMessageThatAnnouncesMoreItemsThanItCanHold(long items) throws Exception {
        int placeOfSplits = BYTES.length - 1;

        read(withNumber(placeOfSplits, items));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void putsAsideAMessageWithBytesBehindIt() throws Exception {
        read(Arrays.copyOf(BYTES, BYTES.length + 2));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(onlyLetter().rejection().detail()).contains("2 bytes stand behind the message");
    }

    @Test
    void putsAsideWhatMakesNoSenseAndKeepsItsIdentity() throws Exception {
        DealEvent negative = DealEvents.won(JAN_5).id("e-1").usd(-1).event();

        read(new DealFormat().write(negative));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.INVALID);
        assertThat(onlyLetter().rejection().detail()).contains("amount_minor is negative");
        assertThat(onlyLetter().id()).isEqualTo("e-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
    void putsAsideTimesThatNoTableCanHold(long micros) throws Exception {
        read(new DealFormat().write(DealEvents.won(Moment.of(micros)).event()));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void putsAsideWhatIsAheadOfTheLog() throws Exception {
        read(new DealFormat().write(DealEvents.won(Moment.of(FEB_4.micros() * 2)).event()));

        assertThat(onlyLetter().rejection().reason()).isEqualTo(Reason.FUTURE);
    }

    @Test
    void saysWhereADeadLetterStood() throws Exception {
        read(new byte[0]);

        DeadLetter letter = onlyLetter();
        assertThat(letter.topic()).isEqualTo("deal-events");
        assertThat(letter.partition()).isEqualTo(3);
        assertThat(letter.offset()).isEqualTo(42);
        assertThat(letter.key()).isEqualTo("d-1");
    }

    @Test
    void countsWhatItReadsAndWhatItRefuses() throws Exception {
        read(BYTES);
        read(new byte[0]);

        Progress progress = progress().stream().reduce(Progress::plus).orElseThrow();
        assertThat(progress.records()).isEqualTo(2);
        assertThat(progress.deadLetters()).isEqualTo(1);
        assertThat(progress.greatestOccurred()).isEqualTo(JAN_5);
    }

    @Test
    void showsInFlinkHowManyItRefuses() throws Exception {
        read(BYTES);
        read(new byte[0]);
        read(new byte[1]);

        assertThat(((Counter) metrics.get("deadLetters")).getCount()).isEqualTo(2);
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

    private MockEnvironment environment() {
        return new MockEnvironmentBuilder()
                .setMetricGroup(
                        new UnregisteredTaskMetricGroup() {
                            @Override
                            public InternalOperatorMetricGroup getOrAddOperator(
                                    OperatorID id, String name, Map<String, String> variables) {
                                return metrics;
                            }
                        })
                .build();
    }

    private void read(byte[] value) throws Exception {
        RawMessage message =
                new RawMessage(
                        "deal-events",
                        3,
                        42,
                        FEB_4.micros() / 1000,
                        "d-1".getBytes(StandardCharsets.UTF_8),
                        value,
                        Map.of());
        harness.processElement(new StreamRecord<>(message));
    }

    private DeadLetter onlyLetter() {
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(letters()).hasSize(1);
        return letters().get(0);
    }

    private List<DeadLetter> letters() {
        return side(harness.getSideOutput(DecodeEvents.DEAD_LETTERS));
    }

    private List<Progress> progress() {
        return side(harness.getSideOutput(DecodeEvents.PROGRESS));
    }

    private static <T> List<T> side(Iterable<StreamRecord<T>> records) {
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }
}
