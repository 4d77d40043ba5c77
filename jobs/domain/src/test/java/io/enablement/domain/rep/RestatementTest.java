package io.enablement.domain.rep;

import static io.enablement.domain.DealEvents.amountChanged;
import static io.enablement.domain.DealEvents.created;
import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.DealEvents.lost;
import static io.enablement.domain.DealEvents.ownerChanged;
import static io.enablement.domain.DealEvents.qualified;
import static io.enablement.domain.DealEvents.reopened;
import static io.enablement.domain.DealEvents.revenue;
import static io.enablement.domain.DealEvents.splitSet;
import static io.enablement.domain.DealEvents.won;
import static io.enablement.domain.RepEvents.happened;
import static io.enablement.domain.RepEvents.hired;
import static io.enablement.domain.RepEvents.tenures;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.RepEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fails if a ledger entry has the wrong sign. */
final class RestatementTest {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));
    private static final Month JANUARY = Month.of(2026, 1);
    private static final Month FEBRUARY = Month.of(2026, 2);
    private static final Month MARCH = Month.of(2026, 3);

    @Test
    void theFinalOutcomeCountsInThePeriodOfTheFinalCloseAndTheEarlierOneIsRestated() {
        Deal before = deal(created(JAN_5), lost(JAN_20).usd(500));
        Deal after = deal(created(JAN_5), lost(JAN_20).usd(500), reopened(FEB_4), won(MAR_6));

        List<Entry> entries = restated(before, after);

        assertThat(entries)
                .contains(
                        entry(JANUARY, Part.LOST, -1),
                        entry(JANUARY, Part.LOST_AMOUNT, -500),
                        entry(JANUARY, Part.CREATED_WON, 1),
                        entry(FEBRUARY, Part.REOPENED, 1),
                        entry(MARCH, Part.WON, 1),
                        entry(MARCH, Part.WON_AMOUNT, 500));
    }

    @Test
    void anAmountAfterTheCloseIsRestatedInThePeriodOfTheClose() {
        Deal before = deal(created(JAN_5), won(FEB_4).usd(500));
        Deal after = deal(created(JAN_5), won(FEB_4).usd(500), amountChanged(MAR_6).usd(450));

        assertThat(restated(before, after))
                .containsExactlyInAnyOrder(
                        entry(FEBRUARY, Part.WON_AMOUNT, -50), entry(FEBRUARY, Part.CREDITED, -50));
    }

    @Test
    void aSplitAfterTheCloseIsRestatedInThePeriodOfTheClose() {
        Deal before = deal(created(JAN_5), won(FEB_4).usd(500));
        Deal after =
                deal(
                        created(JAN_5),
                        won(FEB_4).usd(500),
                        splitSet(MAR_6, revenue("ann", 60), revenue("bob", 40)));

        assertThat(restated(before, after)).containsExactly(entry(FEBRUARY, Part.CREDITED, -200));
    }

    @Test
    void aNewOwnerOrDecisionAfterTheCloseRestatesNothing() {
        DealEvents[] closed = {created(JAN_5), won(FEB_4).usd(500)};
        Deal after =
                deal(
                        closed[0],
                        closed[1],
                        ownerChanged("bob", MAR_6),
                        qualified(Qualification.DROPPED, MAR_6));

        assertThat(restated(deal(closed), after)).isEmpty();
    }

    @Test
    void theSameSubjectTwiceRestatesNothing() {
        Deal deal = deal(created(JAN_5), won(FEB_4).usd(500));

        assertThat(restated(deal, deal)).isEmpty();
    }

    @Test
    void aNewTeamMovesWhatHappenedSinceAndNothingElse() {
        Tenures before = tenures(hired(JAN_5).team("north"));
        Tenures after =
                tenures(hired(JAN_5).team("north"), happened(Kind.CHANGED, JAN_20).team("south"));
        Subject subject = subject(deal(created(JAN_5), qualified(Qualification.WORK, FEB_4)));

        List<Entry> entries =
                Restatement.between(subject, before, subject, after, RULES.calendar());

        assertThat(entries)
                .containsExactlyInAnyOrder(
                        new Entry(month("north", FEBRUARY), Part.QUALIFIED, 0, -1),
                        new Entry(month("south", FEBRUARY), Part.QUALIFIED, 0, 1));
    }

    @Test
    void whatIsOfAProgrammeIsFiledUnderIt() {
        Subject trainings =
                Subject.ofTrainings("p-1", List.of(new Posting(Part.COACHED, 0, 1, FEB_4)));

        List<Entry> entries =
                Restatement.between(
                        Subject.ofTrainings("p-1", List.of()),
                        Tenures.NONE,
                        trainings,
                        Tenures.NONE,
                        RULES.calendar());

        assertThat(entries).extracting(entry -> entry.month().programmeId()).containsExactly("p-1");
    }

    private static List<Entry> restated(Deal before, Deal after) {
        return Restatement.between(
                subject(before), Tenures.NONE, subject(after), Tenures.NONE, RULES.calendar());
    }

    /** What the deal adds to the numbers of its first owner. */
    private static Subject subject(Deal deal) {
        return Subject.ofDeal(
                deal.dealId(),
                deal.creation().dealType(),
                DealFacts.postings(deal, RULES).get("ann"));
    }

    private static Entry entry(Month month, Part part, long amount) {
        return new Entry(month("", month), part, 0, amount);
    }

    private static MonthKey month(String team, Month month) {
        return new MonthKey(new RepLabel(team, "", ""), "", month.index(), "");
    }
}
