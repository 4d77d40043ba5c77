package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

// The harness declares that closing it may be interrupted.
@SuppressWarnings("try")
class MarkCheckpointsTest {
    private static final Row ROW = Row.added("ledger", new RowBytes().int32(1));

    @Test
    void aMarkStandsBehindTheLastRowOfItsCheckpoint() throws Exception {
        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1)) {
            harness.open();
            harness.processElement(new StreamRecord<>(ROW));
            harness.prepareSnapshotPreBarrier(3);
            harness.prepareSnapshotPreBarrier(4);

            assertThat(harness.extractOutputValues())
                    .containsExactly(ROW, Row.mark(3), Row.mark(4));
        }
    }

    @Test
    void theEndIsMarkedOnceAndAsFlinkNumbersIt() throws Exception {
        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1)) {
            harness.open();
            harness.prepareSnapshotPreBarrier(3);
            harness.endInput();
            harness.prepareSnapshotPreBarrier(5);

            assertThat(harness.extractOutputValues()).containsExactly(Row.mark(3), Row.mark(4));
        }
    }

    @Test
    void aNewGenerationDoesNotStartFromTheStateOfAnOldOne() throws Exception {
        OperatorSubtaskState state;
        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1)) {
            harness.open();
            state = harness.snapshot(3, 0);
        }

        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(2)) {
            assertThatThrownBy(() -> harness.initializeState(state))
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasRootCauseMessage(
                            "This is a start from a checkpoint of generation 1, but generation 2 is to be written: a new generation starts without a checkpoint");
        }
    }

    @Test
    void aGenerationDoesNotGoOnWithSettingsThatMakeOtherNumbers() throws Exception {
        OperatorSubtaskState state;
        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1, "zone UTC")) {
            harness.open();
            state = harness.snapshot(3, 0);
        }

        try (OneInputStreamOperatorTestHarness<Row, Row> harness =
                generation(1, "zone Europe/Berlin")) {
            assertThatThrownBy(() -> harness.initializeState(state))
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasRootCauseMessage(
                            "The settings that decide numbers have changed from zone UTC to zone Europe/Berlin: go back to the former ones or start a new generation");
        }
    }

    @Test
    void aGenerationGoesOnWithTheSameSettings() throws Exception {
        OperatorSubtaskState state;
        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1)) {
            harness.open();
            state = harness.snapshot(3, 0);
        }

        try (OneInputStreamOperatorTestHarness<Row, Row> harness = generation(1)) {
            assertThatCode(() -> harness.initializeState(state)).doesNotThrowAnyException();
        }
    }

    private static OneInputStreamOperatorTestHarness<Row, Row> generation(long generation)
            throws Exception {
        return generation(generation, "zone UTC");
    }

    private static OneInputStreamOperatorTestHarness<Row, Row> generation(
            long generation, String decisions) throws Exception {
        ClickHouseSettings clickHouse =
                new ClickHouseSettings("http://localhost:8123", "default", "", "default");
        SinkSettings settings =
                new SinkSettings(clickHouse, "cohorts", generation, decisions, "/tmp/blocks");
        return new OneInputStreamOperatorTestHarness<>(new MarkCheckpoints(settings));
    }
}
