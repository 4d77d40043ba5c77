package io.enablement.domain.event;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.Contents;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InsertionTest {

    private static final DealEvent CREATED = created(JAN_5).event();
    private static final DealEvent WON = won(FEB_4).usd(100).event();

    @Test
    void putsAnEventInItsPlace() {
        Insertion<DealEvent> insertion = insert(List.of(WON), CREATED);

        assertThat(insertion.events()).containsExactly(CREATED, WON);
        assertThat(insertion.changed()).isTrue();
        assertThat(insertion.losers()).isEmpty();
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        Insertion<DealEvent> insertion = insert(List.of(CREATED, WON), WON);

        assertThat(insertion.events()).containsExactly(CREATED, WON);
        assertThat(insertion.changed()).isFalse();
        assertThat(insertion.duplicate()).isTrue();
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherEvent() {
        DealEvent other = won(FEB_4).usd(100).source("other").event();

        assertThat(insert(List.of(WON), other).events()).hasSize(2);
    }

    @Test
    void ofTwoContentsTheOneRecordedLaterCountsInAnyOrder() {
        DealEvent corrected = won(FEB_4).usd(50).recorded(MAR_6).event();

        Insertion<DealEvent> inOrder = insert(List.of(WON), corrected);
        Insertion<DealEvent> reversed = insert(List.of(corrected), WON);

        assertThat(inOrder.events()).containsExactly(corrected).isEqualTo(reversed.events());
        assertThat(inOrder.losers()).containsExactly(WON).isEqualTo(reversed.losers());
        assertThat(inOrder.changed()).isTrue();
        assertThat(reversed.changed()).isFalse();
    }

    @Test
    void ofTwoContentsRecordedTogetherTheGreaterBytesCountInAnyOrder() {
        DealEvent greater = won(FEB_4).usd(900).event(); // 9 is a greater byte than 1

        Insertion<DealEvent> inOrder = insert(List.of(WON), greater);
        Insertion<DealEvent> reversed = insert(List.of(greater), WON);

        assertThat(inOrder.events()).containsExactly(greater).isEqualTo(reversed.events());
        assertThat(inOrder.losers()).containsExactly(WON).isEqualTo(reversed.losers());
    }

    @Test
    void aContentThatLostIsNoDuplicate() {
        DealEvent corrected = won(FEB_4).usd(50).recorded(MAR_6).event();

        assertThat(insert(List.of(corrected), WON).duplicate()).isFalse();
    }

    @Test
    void aWinnerWithAnotherTimeMovesToItsPlace() {
        DealEvent moved = won(FEB_4).id(CREATED.envelope().id()).recorded(MAR_6).event();
        DealEvent between = won(Moment.of(JAN_5.micros() + 1)).event();

        Insertion<DealEvent> insertion = insert(List.of(CREATED, between), moved);

        assertThat(insertion.events()).containsExactly(between, moved);
    }

    private static Insertion<DealEvent> insert(List<DealEvent> events, DealEvent event) {
        return Insertion.of(events, event, Contents::bytes);
    }
}
