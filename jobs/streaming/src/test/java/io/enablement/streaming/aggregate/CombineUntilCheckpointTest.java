package io.enablement.streaming.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.aggregate.CombineUntilCheckpoint.Combination;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of these tests are the last digits of the numbers. */
class CombineUntilCheckpointTest {

    private OneInputStreamOperatorTestHarness<Long, Long> harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void sendsOneRecordForEachKeyBeforeTheBarrier() throws Exception {
        open(Long::sum);
        send(1, 11, 2);
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.prepareSnapshotPreBarrier(1);

        assertThat(harness.extractOutputValues()).containsExactly(12L, 2L);
    }

    @Test
    void startsAnewAfterTheBarrier() throws Exception {
        open(Long::sum);
        send(1);
        harness.prepareSnapshotPreBarrier(1);
        send(11);

        harness.prepareSnapshotPreBarrier(2);

        assertThat(harness.extractOutputValues()).containsExactly(1L, 11L);
    }

    @Test
    void canKeepTheLastRecordOfAKey() throws Exception {
        open(Combination.last());
        send(1, 11, 21);

        harness.prepareSnapshotPreBarrier(1);

        assertThat(harness.extractOutputValues()).containsExactly(21L);
    }

    @Test
    void sendsEverythingAtTheEnd() throws Exception {
        open(Long::sum);
        send(1);

        harness.endInput();

        assertThat(harness.extractOutputValues()).containsExactly(1L);
    }

    private void open(Combination<Long> combination) throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new CombineUntilCheckpoint<Long, Long>(number -> number % 10, combination),
                        LongSerializer.INSTANCE);
        harness.open();
    }

    private void send(long... numbers) throws Exception {
        for (long number : numbers) {
            harness.processElement(new StreamRecord<>(number));
        }
    }
}
