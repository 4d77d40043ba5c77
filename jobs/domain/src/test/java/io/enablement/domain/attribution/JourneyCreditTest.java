package io.enablement.domain.attribution;

import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.Times.day;
import static io.enablement.domain.attribution.Journeys.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Catches a cent that is lost, and a touch that is credited under another's place. */
class JourneyCreditTest {

    private static final AttributionRules RULES = AttributionRules.DEFAULT;

    @Test
    void ofEveryModelAddUpToTheAmount() {
        Journey journey =
                Journeys.of(
                        List.of(
                                use("a", day(0)),
                                use("b", day(10)),
                                use("c", day(20)),
                                use("d", day(30))),
                        deal(
                                DealEvents.created(day(0)).owner("ann"),
                                DealEvents.qualified(Qualification.WORK, day(15)),
                                DealEvents.won(day(40)).usd(1_001)));

        assertThat(credits(journey, RuleModel.W_SHAPED))
                .extracting(Credit::position, credit -> credit.touch().id(), Credit::amountMinor)
                .containsExactly(
                        tuple(1, "a", 301L),
                        tuple(2, "b", 300L),
                        tuple(3, "c", 100L),
                        tuple(4, "d", 300L));
        assertThat(credits(journey, RuleModel.FIRST))
                .extracting(Credit::position, Credit::amountMinor)
                .containsExactly(tuple(1, 1_001L));
        assertThat(credits(journey, RuleModel.LAST))
                .extracting(Credit::position, Credit::amountMinor)
                .containsExactly(tuple(4, 1_001L));
    }

    @Test
    void areUnattributedWhereNoTouchLedToTheDeal() {
        Journey journey = Journeys.of(List.of(), won(DealEvents.won(day(40)).usd(700)));

        assertThat(journey.credits(RULES))
                .hasSize(RuleModel.values().length)
                .allMatch(credit -> credit.position() == 0)
                .allMatch(credit -> credit.touch().type() == TouchType.UNATTRIBUTED)
                .allMatch(credit -> credit.weight() == 1 && credit.amountMinor() == 700);
    }

    @Test
    void haveNoAmountWhereTheDealHasNoneOrNoRate() {
        Journey unpriced = Journeys.of(List.of(use("a", day(1))), won(DealEvents.won(day(40))));
        Journey unrated =
                Journeys.of(
                        List.of(use("a", day(1))), won(DealEvents.won(day(40)).amount(5L, "EUR")));

        assertThat(unpriced.flags()).containsExactly(JourneyFlag.NO_AMOUNT);
        assertThat(unrated.flags()).containsExactly(JourneyFlag.NO_RATE);
        for (Journey journey : List.of(unpriced, unrated)) {
            assertThat(journey.credits(RULES))
                    .hasSize(RuleModel.values().length)
                    .allMatch(credit -> credit.weight() == 1 && credit.amountMinor() == null);
        }
    }

    @Property
    void addUpToOneAndToTheAmountOfAnyJourney(
            @ForAll("days") List<Integer> days,
            @ForAll @LongRange(max = 10_000_000_000L) long amount,
            @ForAll @IntRange(max = 60) int qualifiedDay) {
        Deal deal =
                deal(
                        DealEvents.created(day(0)).owner("ann"),
                        DealEvents.qualified(Qualification.WORK, day(qualifiedDay)),
                        DealEvents.won(day(60)).usd(amount));

        Journey journey = Journeys.of(touches(days), deal);

        assertThat(journey.touches()).hasSize(Math.min(days.size(), RULES.touchesPerDeal()));
        assertThat(journey.leftOut()).isEqualTo(days.size() - journey.touches().size());
        for (RuleModel model : RuleModel.values()) {
            List<Credit> credits = credits(journey, model);
            assertThat(credits.stream().mapToDouble(Credit::weight).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(credits.stream().mapToLong(Credit::amountMinor).sum()).isEqualTo(amount);
        }
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(-90, 59).list().ofMaxSize(250);
    }

    private static List<Touch> touches(List<Integer> days) {
        List<Touch> touches = new ArrayList<>();
        for (int place = 0; place < days.size(); place++) {
            Moment at = Times.day(days.get(place));
            touches.add(use("e-" + place, at));
        }
        return touches;
    }

    private static Deal won(DealEvents close) {
        return deal(DealEvents.created(day(0)).owner("ann"), close);
    }

    private static List<Credit> credits(Journey journey, RuleModel model) {
        return journey.credits(RULES).stream().filter(credit -> credit.model() == model).toList();
    }
}
