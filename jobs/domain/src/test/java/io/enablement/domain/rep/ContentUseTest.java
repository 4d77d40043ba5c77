package io.enablement.domain.rep;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.RandomEvents;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Month;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ContentUseTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.DEFAULT;
    private static final BusinessCalendar TOKYO = new BusinessCalendar(ZoneId.of("Asia/Tokyo"), 1);
    private static final int JANUARY = Month.of(2026, 1).index();
    private static final int FEBRUARY = Month.of(2026, 2).index();

    @Test
    void eachUseCountsWhenItHappened() {
        assertThat(ContentUse.subject(uses(use(JAN_5), use(FEB_4))).postings())
                .containsExactly(
                        new Posting(Part.CONTENT_USES, 0, 1, JAN_5),
                        new Posting(Part.CONTENT_USES, 0, 1, FEB_4));
    }

    @Test
    void aUseThatNamesADealCountsForDealsToo() {
        assertThat(ContentUse.subject(uses(use(JAN_5).dealId("d-1"))).postings())
                .containsExactly(
                        new Posting(Part.CONTENT_USES, 0, 1, JAN_5),
                        new Posting(Part.CONTENT_USES_ON_DEALS, 0, 1, JAN_5));
    }

    @Test
    void aUseOfUnknownTimeCountsInNoPeriod() {
        List<ContentEvent> uses = uses(use(Moment.UNKNOWN).dealId("d-1"));

        assertThat(ContentUse.subject(uses).postings()).isEmpty();
        assertThat(ContentUse.changes(List.of(), uses, CALENDAR)).isEmpty();
    }

    @Test
    void usesCountByContentVersionProgrammeAndMonth() {
        Map<ContentMonth, ContentTally> changes =
                ContentUse.changes(
                        List.of(),
                        uses(
                                use(JAN_5).contentId("deck").version("1"),
                                use(JAN_20).contentId("deck").version("1").dealId("d-1"),
                                use(JAN_20).contentId("deck").version("2"),
                                use(JAN_20).contentId("deck").version("2").programme("p-1"),
                                use(FEB_4).contentId("deck").version("1")),
                        CALENDAR);

        assertThat(changes)
                .isEqualTo(
                        Map.of(
                                new ContentMonth("", "deck", "1", JANUARY),
                                new ContentTally(2, 1, Map.of(5, 1L, 20, 1L)),
                                new ContentMonth("", "deck", "2", JANUARY),
                                new ContentTally(1, 0, Map.of(20, 1L)),
                                new ContentMonth("p-1", "deck", "2", JANUARY),
                                new ContentTally(1, 0, Map.of(20, 1L)),
                                new ContentMonth("", "deck", "1", FEBRUARY),
                                new ContentTally(1, 0, Map.of(4, 1L))));
    }

    @Test
    void theDayIsThatOfTheCompany() {
        Map<ContentMonth, ContentTally> changes =
                ContentUse.changes(
                        List.of(),
                        uses(use(at("2026-01-31T20:00:00Z")), use(onDay("2026-01-31"))),
                        TOKYO);

        assertThat(changes)
                .isEqualTo(
                        Map.of(
                                new ContentMonth("", "c-1", "", FEBRUARY),
                                new ContentTally(1, 0, Map.of(1, 1L)),
                                new ContentMonth("", "c-1", "", JANUARY),
                                new ContentTally(1, 0, Map.of(31, 1L))));
    }

    @Test
    void whatStaysTheSameIsNoChange() {
        List<ContentEvent> before = uses(use(JAN_5).id("e-1"), use(JAN_20).id("e-2"));
        List<ContentEvent> after = uses(use(JAN_5).id("e-1"));

        assertThat(ContentUse.changes(before, before, CALENDAR)).isEmpty();
        assertThat(ContentUse.changes(before, after, CALENDAR).values())
                .containsExactly(new ContentTally(-1, 0, Map.of(20, -1L)));
    }

    @Property
    void changesAddUpToTheDifference(
            @ForAll("contentEvents") List<ContentEvent> before,
            @ForAll("contentEvents") List<ContentEvent> after) {
        Map<ContentMonth, ContentTally> sums =
                new HashMap<>(ContentUse.changes(List.of(), before, CALENDAR));

        ContentUse.changes(before, after, CALENDAR)
                .forEach((month, tally) -> sums.merge(month, tally, ContentTally::plus));
        sums.values().removeIf(ContentTally::isZero);

        assertThat(sums).isEqualTo(ContentUse.changes(List.of(), after, CALENDAR));
    }

    @Test
    void sourceAndIdAreHashedApart() {
        assertThat(ContentUse.hash("a", "bc")).isNotEqualTo(ContentUse.hash("ab", "c"));
    }

    @Provide
    Arbitrary<List<ContentEvent>> contentEvents() {
        return RandomEvents.ofContent();
    }

    private static ContentEvents use(Moment at) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, at);
    }

    private static List<ContentEvent> uses(ContentEvents... builders) {
        return List.of(builders).stream().map(ContentEvents::event).toList();
    }

    @Test
    void isTheSameTallyAfterItWasPacked() {
        ContentTally tally = new ContentTally(3, 1, Map.of(5, 2L, 31, 1L));

        assertThat(ContentTally.unpack(tally.pack())).isEqualTo(tally);
    }
}
