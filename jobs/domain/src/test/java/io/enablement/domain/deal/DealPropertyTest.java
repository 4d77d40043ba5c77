package io.enablement.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.RandomEvents;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class DealPropertyTest {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    @Property
    void anyOrderAndAnyDuplicatesGiveTheSameDeal(
            @ForAll("dealEvents") List<DealEvent> events, @ForAll Random random) {
        DealHistory inOrder = history(events);

        DealHistory rearranged = history(RandomEvents.rearranged(events, random));

        assertThat(rearranged).isEqualTo(inOrder);
        assertThat(rearranged.deal()).isEqualTo(inOrder.deal());
        assertThat(postings(rearranged)).isEqualTo(postings(inOrder));
        assertThat(rearranged.deal().stageTimes(RULES.calendar()))
                .isEqualTo(inOrder.deal().stageTimes(RULES.calendar()));
    }

    @Property
    void everyIdentityIsThereOnceAndInOrder(@ForAll("dealEvents") List<DealEvent> events) {
        List<DealEvent> kept = history(events).events();

        assertThat(kept)
                .extracting(event -> event.cause())
                .doesNotHaveDuplicates()
                .containsOnlyOnceElementsOf(
                        events.stream().map(DealEvent::cause).distinct().toList());
        assertThat(kept).isSortedAccordingTo(DealEvent.ORDER);
    }

    @Property
    void aDealHasOneOutcomeAtMost(@ForAll("dealEvents") List<DealEvent> events) {
        List<Posting> postings = postings(history(events));

        assertThat(sum(postings, Part.CREATED)).isBetween(0L, 1L);
        assertThat(sum(postings, Part.QUALIFIED)).isBetween(0L, 1L);
        assertThat(
                        sum(postings, Part.WON)
                                + sum(postings, Part.LOST)
                                + sum(postings, Part.DROPPED)
                                + sum(postings, Part.OPEN_DUE))
                .isBetween(0L, 1L);
    }

    @Property
    void noPartIsMoreThanTheWholeItBelongsTo(@ForAll("dealEvents") List<DealEvent> events) {
        List<Posting> postings = postings(history(events));

        assertThat(sum(postings, Part.CREATED_WON))
                .isLessThanOrEqualTo(sum(postings, Part.CREATED));
        assertThat(sum(postings, Part.CREATED_QUALIFIED))
                .isLessThanOrEqualTo(sum(postings, Part.CREATED));
        assertThat(sum(postings, Part.QUALIFIED_WON))
                .isLessThanOrEqualTo(sum(postings, Part.QUALIFIED));
        assertThat(sum(postings, Part.WON_PRICED)).isLessThanOrEqualTo(sum(postings, Part.WON));
        assertThat(sum(postings, Part.WON_CYCLES)).isLessThanOrEqualTo(sum(postings, Part.WON));
        assertThat(sum(postings, Part.WON_CYCLE_DAYS)).isEqualTo(sum(postings, Part.WON_CYCLES));
        assertThat(sum(postings, Part.LOST_CYCLE_DAYS)).isEqualTo(sum(postings, Part.LOST_CYCLES));
    }

    @Property
    void creditsAddUpToTheWonAmount(@ForAll("dealEvents") List<DealEvent> events) {
        List<Posting> postings = postings(history(events));

        assertThat(sum(postings, Part.CREDITED)).isEqualTo(sum(postings, Part.WON_AMOUNT));
    }

    @Property
    void nothingCountsAtAnUnknownTimeOrNegatively(@ForAll("dealEvents") List<DealEvent> events) {
        assertThat(postings(history(events)))
                .allMatch(posting -> posting.at().isKnown() && posting.amount() > 0);
    }

    @Property
    void aDealIsNeverOpenLongerThanItExists(@ForAll("dealEvents") List<DealEvent> events) {
        Deal deal = history(events).deal();

        deal.activeMicros(RULES.calendar())
                .ifPresent(
                        active ->
                                assertThat(active)
                                        .isLessThanOrEqualTo(
                                                deal.elapsed()
                                                        .micros(RULES.calendar())
                                                        .orElse(Long.MAX_VALUE)));
    }

    @Provide
    Arbitrary<List<DealEvent>> dealEvents() {
        return RandomEvents.ofADeal();
    }

    private static DealHistory history(List<DealEvent> arrivals) {
        DealHistory history = DealHistory.NONE;
        for (DealEvent event : arrivals) {
            history = DealEvents.after(history, event);
        }
        return history;
    }

    private static List<Posting> postings(DealHistory history) {
        return DealFacts.postings(history.deal(), RULES).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static long sum(List<Posting> postings, Part part) {
        return postings.stream()
                .filter(posting -> posting.part() == part)
                .mapToLong(Posting::amount)
                .sum();
    }
}
