package io.enablement.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SalesEventsTest {

    private static final long FAR_LATER = 2_000_000_000_000_000L;
    private static final SalesEvents EVENTS = SalesEvents.of(7, 2L * SalesEvents.UNIT);

    @Test
    void areAsManyAsWholeUnitsFit() {
        assertThat(SalesEvents.of(7, 100_000).size()).isEqualTo(96_000); // 6 of 16,000
        assertThat(SalesEvents.of(7, 1).size()).isEqualTo(SalesEvents.UNIT);
    }

    @Test
    void areAFunctionOfSeedAndPlace() {
        assertThat(EVENTS.event(12_345)).isEqualTo(SalesEvents.of(7, EVENTS.size()).event(12_345));
        assertThat(EVENTS.event(12_345))
                .isNotEqualTo(SalesEvents.of(8, EVENTS.size()).event(12_345));
    }

    @Test
    void mayAllEnter() {
        assertThat(
                        all(EVENTS)
                                .flatMap(
                                        event ->
                                                Admission.DEFAULT
                                                        .refuse(event, FAR_LATER)
                                                        .stream()))
                .isEmpty();
    }

    @Test
    void areOfDealsInNineteenOfTwenty() {
        assertThat(all(EVENTS).filter(event -> event.family() == Family.DEAL).count())
                .isEqualTo(EVENTS.size() * 19 / 20);
    }

    @Test
    void repeatClosesToTheByte() {
        Map<List<String>, Event> byIdentity = new HashMap<>();
        long repeated = 0;
        for (Event event : (Iterable<Event>) all(EVENTS)::iterator) {
            List<String> identity =
                    List.of(event.family().topic(), event.aggregate(), event.envelope().id());
            Event before = byIdentity.putIfAbsent(identity, event);
            if (before != null) {
                assertThat(event).isEqualTo(before);
                repeated++;
            }
        }

        assertThat(repeated).isPositive();
    }

    @Test
    void giveHalfOfAllDealsToTheHotRep() {
        long created = created(EVENTS.withHotRep()).count();
        long ofHotRep =
                created(EVENTS.withHotRep()).filter(deal -> deal.owner().equals("rep-0")).count();

        assertThat(ofHotRep).isBetween(created / 2, created * 6 / 10);
    }

    private static java.util.stream.Stream<DealEvent> created(SalesEvents events) {
        return all(events)
                .filter(event -> event.family() == Family.DEAL)
                .map(DealEvent.class::cast)
                .filter(deal -> deal.kind() == DealEvent.Kind.CREATED);
    }

    private static java.util.stream.Stream<Event> all(SalesEvents events) {
        return LongStream.range(0, events.size()).mapToObj(events::event);
    }
}
