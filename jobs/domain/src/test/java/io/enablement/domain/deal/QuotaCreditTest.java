package io.enablement.domain.deal;

import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.overlay;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.revenue;
import static io.enablement.domain.DealEvents.splitSet;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Split;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class QuotaCreditTest {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    @Test
    void goesToTheOwnerAtTheCloseWithoutSplits() {
        Deal deal =
                deal(created(JAN_5).owner("ann"), ownerChanged("bob", JAN_20), won(FEB_4).usd(100));

        assertThat(parts(deal, Part.CREDITED)).isEqualTo(Map.of("bob", 100L));
    }

    @Test
    void isSplitToTheCent() {
        // 100.01 × 70 % = 70.007, × 30 % = 30.003
        assertThat(credit(10_001, revenue("ann", 70), revenue("bob", 30)))
                .isEqualTo(Map.of("ann", 7_001L, "bob", 3_000L));
    }

    @Test
    void givesAnOddCentToTheSmallerIdWhateverTheOrderOfTheSplits() {
        assertThat(credit(101, revenue("bob", 50), revenue("ann", 50)))
                .isEqualTo(Map.of("ann", 51L, "bob", 50L));
    }

    @Test
    void ofOverlaysIsAMeasureOfItsOwn() {
        Deal deal =
                deal(
                        created(JAN_5),
                        splitSet(JAN_20, revenue("ann", 100), overlay("eve", 25)),
                        won(FEB_4).usd(1_000));

        assertThat(parts(deal, Part.CREDITED)).isEqualTo(Map.of("ann", 1_000L));
        assertThat(parts(deal, Part.OVERLAY_CREDIT)).isEqualTo(Map.of("eve", 250L));
    }

    @Test
    void doesNotSplitTheWonAmount() {
        Deal deal =
                deal(
                        created(JAN_5),
                        splitSet(JAN_20, revenue("bob", 60), revenue("eve", 40)),
                        won(FEB_4).usd(1_000));

        assertThat(parts(deal, Part.WON)).isEqualTo(Map.of("ann", 1L));
        assertThat(parts(deal, Part.WON_AMOUNT)).isEqualTo(Map.of("ann", 1_000L));
    }

    @Test
    void isCorrectedInThePeriodOfTheCloseByALaterSplit() {
        Deal deal =
                deal(created(JAN_5), won(FEB_4).usd(1_000), splitSet(MAR_6, revenue("bob", 100)));

        assertThat(DealFacts.postings(deal, RULES).get("bob"))
                .containsExactly(new Posting(Part.CREDITED, 0, 1_000, FEB_4));
    }

    @Test
    void takesTheLatestSplitsWhole() {
        Deal deal =
                deal(
                        created(JAN_5),
                        splitSet(JAN_5, revenue("ann", 50), revenue("bob", 50)),
                        splitSet(JAN_20, revenue("eve", 100)),
                        won(FEB_4).usd(100));

        assertThat(parts(deal, Part.CREDITED)).isEqualTo(Map.of("eve", 100L));
    }

    @Test
    void isNothingBeforeTheWinOrAtAnUnknownTime() {
        Deal open = deal(created(JAN_5).usd(100), splitSet(JAN_20, revenue("ann", 100)));
        Deal sometime = deal(created(JAN_5), won(Moment.UNKNOWN).usd(100));

        assertThat(parts(open, Part.CREDITED)).isEmpty();
        assertThat(parts(sometime, Part.CREDITED)).isEmpty();
    }

    private static Map<String, Long> credit(long cents, Split... splits) {
        Deal deal = deal(created(JAN_5), splitSet(JAN_20, splits), won(FEB_4).usd(cents));
        return parts(deal, Part.CREDITED);
    }

    private static Map<String, Long> parts(Deal deal, Part part) {
        Map<String, Long> byRep = new TreeMap<>();
        DealFacts.postings(deal, RULES)
                .forEach(
                        (rep, postings) ->
                                postings.stream()
                                        .filter(posting -> posting.part() == part)
                                        .forEach(
                                                posting ->
                                                        byRep.merge(
                                                                rep, posting.amount(), Long::sum)));
        return byRep;
    }
}
