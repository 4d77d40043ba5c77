package io.enablement.domain.attribution;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.day;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerSpellTest {

    @Test
    void goFromOneOwnerToTheNext() {
        assertThat(
                        spells(
                                DealEvents.created(day(10)).owner("ann"),
                                DealEvents.ownerChanged("bob", day(20)),
                                DealEvents.ownerChanged("eve", day(30))))
                .containsExactly(
                        new OwnerSpell("ann", OwnerSpell.ALWAYS, day(20).micros()),
                        new OwnerSpell("bob", day(20).micros(), day(30).micros()),
                        new OwnerSpell("eve", day(30).micros(), OwnerSpell.FOR_EVER));
    }

    @Test
    void leaveOutTheTimeInWhichTheDealWasNobodys() {
        assertThat(
                        spells(
                                DealEvents.created(day(10)).owner("ann"),
                                DealEvents.ownerChanged("", day(20)),
                                DealEvents.ownerChanged("eve", day(30))))
                .extracting(OwnerSpell::owner)
                .containsExactly("ann", "eve");
    }

    @Test
    void giveTheFirstOwnerWhatWasNobodysBeforeTheCreation() {
        assertThat(
                        spells(
                                DealEvents.ownerChanged("", Moment.UNKNOWN),
                                DealEvents.created(day(10)).owner("ann")))
                .extracting(OwnerSpell::owner)
                .containsOnly("ann");
    }

    /**
     * In New York the day begins five hours after its midnight UTC, by which events are ordered.
     */
    @Test
    void letALaterEventWinThatComesBeforeTheDayBegins() {
        BusinessCalendar newYork = new BusinessCalendar(ZoneId.of("America/New_York"), 1);

        List<OwnerSpell> spells =
                OwnerSpell.of(
                        DealEvents.deal(
                                        DealEvents.created(day(0)).owner("ann"),
                                        DealEvents.ownerChanged("bob", onDay("2026-01-05")),
                                        DealEvents.ownerChanged("eve", at("2026-01-05T02:00:00Z")))
                                .owners(),
                        newYork);

        long change = at("2026-01-05T02:00:00Z").micros();
        assertThat(spells)
                .containsExactly(
                        new OwnerSpell("ann", OwnerSpell.ALWAYS, change),
                        new OwnerSpell("eve", change, OwnerSpell.FOR_EVER));
    }

    private static List<OwnerSpell> spells(DealEvents... events) {
        return OwnerSpell.of(DealEvents.deal(events).owners(), BusinessCalendar.DEFAULT);
    }
}
