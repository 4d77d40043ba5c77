package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Rejection.Reason;
import io.enablement.domain.event.Retention;
import io.enablement.streaming.ingest.DealFormat;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Catches a history that is dropped while an event that is not too late could still touch it, and
 * an event of a dropped history that is folded as if it were the first.
 */
class FrozenDealsTest {

    /** Six months and 30 days after February 4. */
    private static final String END = "2026-09-04T00:00:00Z";

    private KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> harness;

    @BeforeEach
    void open() throws Exception {
        harness = OpenOperators.foldDeals(new Retention(6));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void leaveAMarkerOfTheirHistory() throws Exception {
        winADeal();
        watermark("2026-09-01T00:00:00Z");
        int before = harness.numKeyedStateEntries();
        watermark(END);

        assertThat(before).isEqualTo(2); // history and time
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        assertThat(lastInput().frozen().dealId()).isEqualTo("d-1");
        assertThat(lastInput().repId()).isEqualTo("ann");
    }

    @Test
    void takeNoMoreEvents() throws Exception {
        winADeal();
        watermark(END);
        DealEvents late = DealEvents.amountChanged(MAR_6).usd(500);
        process(late);

        List<DeadLetter> letters = SideOutputs.of(harness, Refused.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).rejection().reason()).isEqualTo(Reason.FROZEN);
        assertThat(letters.get(0).payload()).isEqualTo(new DealFormat().write(late.event()));
        assertThat(letters.get(0).offset()).isEqualTo(late.event().envelope().offset());
        assertThat(SideOutputs.of(harness, Refused.PROGRESS)).hasSize(1);
        assertThat(SideOutputs.of(harness, FoldDeals.DEALS)).hasSize(2);
    }

    @Test
    void areNoneWhereAnEventIsHeldThatCameInTime() throws Exception {
        winADeal();
        harness.processElement(OpenOperators.packed(DealEvents.reopened(MAR_6).event()), 0);
        watermark(END);

        assertThat(SideOutputs.of(harness, Refused.DEAD_LETTERS)).isEmpty();
        assertThat(lastInput().frozen()).isNull();
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1); // the history
    }

    @Test
    void areForgottenAfterAnotherHorizon() throws Exception {
        winADeal();
        watermark(END);
        watermark("2027-05-01T00:00:00Z");

        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void wereOverBefore() throws Exception {
        winADeal();
        process(DealEvents.reopened(MAR_6));
        watermark("2099-01-01T00:00:00Z");

        assertThat(harness.numKeyedStateEntries()).isEqualTo(1); // the history
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void wereNotTouchedForThirtyDays() throws Exception {
        watermark("2030-01-01T00:00:00Z");
        winADeal();
        watermark("2030-01-30T00:00:00Z");
        process(DealEvents.amountChanged(MAR_6).usd(500));
        watermark("2030-02-28T00:00:00Z");

        assertThat(SideOutputs.of(harness, FoldDeals.DEALS)).hasSize(3);
        assertThat(lastInput().frozen()).isNull();
        watermark("2030-03-02T00:00:00Z");
        assertThat(lastInput().frozen()).isNotNull();
    }

    @Test
    void areNoneAtTheEndOfTheInput() throws Exception {
        winADeal();
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }

    private void winADeal() throws Exception {
        process(DealEvents.created(JAN_5));
        process(DealEvents.won(FEB_4).usd(100));
    }

    private void process(DealEvents event) throws Exception {
        OpenOperators.process(harness, OpenOperators.packed(event.event()));
    }

    private void watermark(String time) throws Exception {
        harness.processWatermark(Instant.parse(time).toEpochMilli());
    }

    private RepInput lastInput() {
        List<RepInput> inputs = harness.extractOutputValues();
        return inputs.get(inputs.size() - 1);
    }
}
