package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Progress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

class DecodeEventsTest {

    private static final DealEvent WON = DealEvents.won(JAN_5).usd(100).event();
    private static final byte[] BYTES = new DealFormat().write(WON);

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
    void emitsTheEventOfAMessage() throws Exception {
        read(BYTES);

        assertThat(harness.extractOutputValues()).containsExactly(WON);
    }

    @Test
    void leavesOutWhatCannotBeReadOrMakesNoSense() throws Exception {
        read(new byte[0]);
        read(new DealFormat().write(DealEvents.won(JAN_5).usd(-1).event()));

        assertThat(harness.extractOutputValues()).isEmpty();
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

    private List<Progress> progress() {
        return harness.getSideOutput(DecodeEvents.PROGRESS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }
}
