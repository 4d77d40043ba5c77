package io.enablement.domain.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.QuotaEvents;
import io.enablement.domain.RandomEvents;
import io.enablement.domain.RepEvents;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RepPropertyTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.DEFAULT;
    private static final Rules RULES = new Rules(CALENDAR, Rates.only("USD"));

    @Property
    void anyOrderAndAnyDuplicatesGiveTheSameTenures(
            @ForAll("repEvents") List<RepEvent> events, @ForAll Random random) {
        RepHistory rearranged = employment(RandomEvents.rearranged(events, random));

        assertThat(rearranged).isEqualTo(employment(events));
        assertThat(rearranged.tenures(BusinessCalendar.DEFAULT))
                .isEqualTo(employment(events).tenures(BusinessCalendar.DEFAULT));
    }

    @Property
    void anyOrderAndAnyDuplicatesGiveTheSameQuotas(
            @ForAll("quotaEvents") List<QuotaEvent> events,
            @ForAll("repEvents") List<RepEvent> employment,
            @ForAll Random random) {
        Tenures tenures = employment(employment).tenures(BusinessCalendar.DEFAULT);

        QuotaHistory rearranged = quotas(RandomEvents.rearranged(events, random));

        assertThat(rearranged).isEqualTo(quotas(events));
        assertThat(rearranged.versions()).isEqualTo(quotas(events).versions());
        assertThat(rearranged.postings(tenures, RULES))
                .isEqualTo(quotas(events).postings(tenures, RULES));
    }

    @Property
    void tenuresFollowEachOtherWithoutGapOrOverlap(@ForAll("repEvents") List<RepEvent> events) {
        List<Tenure> tenures = employment(events).tenures(BusinessCalendar.DEFAULT).tenures();

        for (int place = 1; place < tenures.size(); place++) {
            assertThat(tenures.get(place).span().from())
                    .isEqualByComparingTo(tenures.get(place - 1).span().to())
                    .isGreaterThan(tenures.get(place - 1).span().from());
        }
    }

    @Property
    void aMonthHasOneQuotaAtMostAndEachQuotaOneHolder(
            @ForAll("quotaEvents") List<QuotaEvent> events) {
        List<Posting> postings = quotas(events).postings(Tenures.NONE, RULES);

        List<Posting> quotas =
                postings.stream().filter(posting -> posting.part() == Part.QUOTA).toList();

        assertThat(quotas)
                .extracting(posting -> CALENDAR.month(posting.at()))
                .doesNotHaveDuplicates();
        assertThat(quotas).allMatch(posting -> posting.amount() > 0);
        assertThat(postings).hasSize(2 * quotas.size());
    }

    @Property
    void entriesOfARestatementAddUpToTheDifference(
            @ForAll("dealEvents") List<DealEvent> dealBefore,
            @ForAll("dealEvents") List<DealEvent> dealAfter,
            @ForAll("repEvents") List<RepEvent> repBefore,
            @ForAll("repEvents") List<RepEvent> repAfter) {
        Subject before = subject(dealBefore);
        Subject after = subject(dealAfter);
        Tenures tenuresBefore = employment(repBefore).tenures(BusinessCalendar.DEFAULT);
        Tenures tenuresAfter = employment(repAfter).tenures(BusinessCalendar.DEFAULT);

        List<Entry> entries =
                Restatement.between(before, tenuresBefore, after, tenuresAfter, CALENDAR);

        assertThat(entries).noneMatch(entry -> entry.amount() == 0);
        assertThat(Tallies.ofEntries(entries))
                .isEqualTo(
                        Tallies.difference(
                                Tallies.ofSubject(after, tenuresAfter, CALENDAR),
                                Tallies.ofSubject(before, tenuresBefore, CALENDAR)));
    }

    @Provide
    Arbitrary<List<DealEvent>> dealEvents() {
        return RandomEvents.ofADeal();
    }

    @Provide
    Arbitrary<List<RepEvent>> repEvents() {
        return RandomEvents.ofARep();
    }

    @Provide
    Arbitrary<List<QuotaEvent>> quotaEvents() {
        return RandomEvents.ofAQuota();
    }

    private static Subject subject(List<DealEvent> events) {
        DealHistory history = DealHistory.NONE;
        for (DealEvent event : events) {
            history = DealEvents.after(history, event);
        }
        List<Posting> postings =
                DealFacts.postings(history.deal(), RULES).getOrDefault("ann", List.of());
        return Subject.ofDeal("d-1", "project", postings);
    }

    private static RepHistory employment(List<RepEvent> arrivals) {
        RepHistory history = RepHistory.NONE;
        for (RepEvent event : arrivals) {
            history = RepEvents.after(history, event);
        }
        return history;
    }

    private static QuotaHistory quotas(List<QuotaEvent> arrivals) {
        QuotaHistory history = QuotaHistory.NONE;
        for (QuotaEvent event : arrivals) {
            history = QuotaEvents.after(history, event);
        }
        return history;
    }
}
