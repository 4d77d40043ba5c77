package io.enablement.domain.event;

import static io.enablement.domain.DealEvents.amountChanged;
import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fails if the events of an aggregate are folded in another order. */
final class EventOrderTest {

    @Test
    void unknownTimesComeFirst() {
        DealEvent unknown = won(Moment.UNKNOWN).event();

        assertThat(Event.ORDER.compare(unknown, created(JAN_5).event())).isNegative();
    }

    @Test
    void theTimeOfHappeningDecides() {
        DealEvent earlier = won(JAN_5).recorded(MAR_6).event();
        DealEvent later = created(FEB_4).event();

        assertThat(Event.ORDER.compare(earlier, later)).isNegative();
    }

    @Test
    void thenTheTimeOfRecording() {
        DealEvent first = won(JAN_5).recorded(FEB_4).event();
        DealEvent second = created(JAN_5).recorded(MAR_6).event();

        assertThat(Event.ORDER.compare(first, second)).isNegative();
    }

    @Test
    void thenCreationsComeFirstAndClosesLast() {
        DealEvent creation = created(JAN_5).id("z").event();
        DealEvent change = amountChanged(JAN_5).id("y").event();
        DealEvent opening = reopened(JAN_5).id("x").event();
        DealEvent win = won(JAN_5).id("b").event();
        DealEvent loss = lost(JAN_5).id("a").event();

        assertThat(List.of(loss, win, opening, change, creation))
                .isSortedAccordingTo(Event.ORDER.reversed());
    }

    @Test
    void thenTheSourceAndTheId() {
        DealEvent fromA = won(JAN_5).source("a").id("2").event();
        DealEvent fromB = won(JAN_5).source("b").id("1").event();
        DealEvent fromBLater = won(JAN_5).source("b").id("2").event();

        assertThat(Event.ORDER.compare(fromA, fromB)).isNegative();
        assertThat(Event.ORDER.compare(fromB, fromBLater)).isNegative();
    }
}
