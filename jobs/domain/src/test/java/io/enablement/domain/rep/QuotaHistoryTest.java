package io.enablement.domain.rep;

import static io.enablement.domain.QuotaEvents.history;
import static io.enablement.domain.QuotaEvents.set;
import static io.enablement.domain.QuotaEvents.voided;
import static io.enablement.domain.RepEvents.happened;
import static io.enablement.domain.RepEvents.hired;
import static io.enablement.domain.RepEvents.tenures;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_1;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.QuotaEvents;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.RepEvent.Kind;
import io.enablement.domain.rep.QuotaVersion.State;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class QuotaHistoryTest {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));
    private static final Tenures ALWAYS = tenures(hired(Moment.UNKNOWN));

    @Test
    void aRampGivesEachMonthItsOwn() {
        assertThat(months(ALWAYS, set("2026-Q1", 60, JAN_1).ramp(10L, 20L, 30L)))
                .isEqualTo(Map.of("2026-01", 10L, "2026-02", 20L, "2026-03", 30L));
    }

    @Test
    void isCoveredWhereThereIsARateForItsCurrency() {
        assertThat(QuotaHistory.isCovered(set("2026", 60, JAN_1).event(), RULES)).isTrue();
        assertThat(QuotaHistory.isCovered(set("2026", 60, JAN_1).amount(60L, "EUR").event(), RULES))
                .isFalse();
    }

    @Test
    void aPeriodIsSpreadByActiveDaysWithTheLargestRemainder() {
        // 10,000 × 31, 28, 31 ÷ 90 = 3,444.4, 3,111.1, 3,444.4
        assertThat(months(ALWAYS, set("2026-Q1", 10_000, JAN_1)))
                .isEqualTo(Map.of("2026-01", 3_445L, "2026-02", 3_111L, "2026-03", 3_444L));
    }

    @Test
    void theQuotaOfARepHiredWithinThePeriodFallsOnTheActiveMonths() {
        Tenures tenures = tenures(hired(at("2026-02-15T00:00:00Z")));

        // 14 active days in February, 31 in March: 10,000 × 14, 31 ÷ 45 = 3,111.1, 6,888.9
        assertThat(months(tenures, set("2026-Q1", 10_000, JAN_1)))
                .isEqualTo(Map.of("2026-02", 3_111L, "2026-03", 6_889L));
    }

    @Test
    void theQuotaOfARepWhoLeavesFallsOnTheTimeBefore() {
        Tenures tenures = tenures(hired(JAN_1), happened(Kind.LEFT, at("2026-02-08T00:00:00Z")));

        // 31 active days in January, 7 in February: 3,800 × 31, 7 ÷ 38
        assertThat(months(tenures, set("2026-Q1", 3_800, JAN_1)))
                .isEqualTo(Map.of("2026-01", 3_100L, "2026-02", 700L));
    }

    @Test
    void aQuarterFollowsTheFiscalYear() {
        Rules aprilYear = new Rules(new BusinessCalendar(ZoneOffset.UTC, 4), Rates.only("USD"));
        QuotaEvents quota = set("2026-Q1", 60, JAN_1).ramp(10L, 20L, 30L);

        assertThat(months(history(quota).postings(ALWAYS, aprilYear), aprilYear))
                .containsOnlyKeys("2026-04", "2026-05", "2026-06");
    }

    @Test
    void aMonthTakesTheFinestPeriodThatCoversIt() {
        Map<String, Long> months =
                months(
                        ALWAYS,
                        set("2026-Q1", 60, JAN_1).ramp(10L, 20L, 30L),
                        set("2026-02", 99, JAN_1));

        assertThat(months).isEqualTo(Map.of("2026-01", 10L, "2026-02", 99L, "2026-03", 30L));
    }

    @Test
    void aMonthWithAQuotaOfNothingHasNone() {
        Map<String, Long> months =
                months(
                        ALWAYS,
                        set("2026-Q1", 60, JAN_1).ramp(10L, 20L, 30L),
                        set("2026-02", 0, JAN_1));

        assertThat(months).isEqualTo(Map.of("2026-01", 10L, "2026-03", 30L));
    }

    @Test
    void theQuotaThatTookEffectLastCountsAndTheFormerStaysVisible() {
        QuotaHistory history =
                history(set("2026-01", 100, JAN_5), set("2026-01", 80, FEB_4).effective(JAN_1));

        assertThat(months(history.postings(ALWAYS, RULES), RULES))
                .isEqualTo(Map.of("2026-01", 100L));
        assertThat(history.versions())
                .extracting(QuotaVersion::state)
                .containsExactly(State.CURRENT, State.SUPERSEDED);
    }

    @Test
    void aVoidedQuotaGivesWayToTheFormerOne() {
        QuotaHistory history =
                history(
                        voided("wrong", MAR_6),
                        set("2026-01", 100, JAN_5),
                        set("2026-01", 800, JAN_20).id("wrong"));

        assertThat(months(history.postings(ALWAYS, RULES), RULES))
                .isEqualTo(Map.of("2026-01", 100L));
        assertThat(history.versions())
                .extracting(QuotaVersion::state)
                .containsExactly(State.CURRENT, State.VOIDED);
    }

    @Test
    void eachMonthWithAQuotaHasOneHolder() {
        List<Posting> postings = history(set("2026-Q1", 90, JAN_1)).postings(ALWAYS, RULES);

        assertThat(postings)
                .filteredOn(posting -> posting.part() == Part.QUOTA_HOLDERS)
                .extracting(Posting::amount)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void aQuotaWithoutARateIsNone() {
        assertThat(months(ALWAYS, set("2026-01", 100, JAN_1).amount(100L, "EUR"))).isEmpty();
    }

    @Test
    void isFiledUnderTheLabelOfARepHiredWithinTheMonth() {
        Tenures tenures = tenures(hired(JAN_20).team("north"));

        List<Posting> postings = history(set("2026-01", 100, JAN_1)).postings(tenures, RULES);

        assertThat(postings)
                .extracting(
                        posting -> tenures.labelAt(posting.at(), BusinessCalendar.DEFAULT).team())
                .containsOnly("north");
    }

    private static Map<String, Long> months(Tenures tenures, QuotaEvents... quotas) {
        return months(history(quotas).postings(tenures, RULES), RULES);
    }

    private static Map<String, Long> months(List<Posting> postings, Rules rules) {
        Map<String, Long> months = new TreeMap<>();
        postings.stream()
                .filter(posting -> posting.part() == Part.QUOTA)
                .forEach(
                        posting ->
                                months.put(
                                        rules.calendar().month(posting.at()).toString(),
                                        posting.amount()));
        return months;
    }
}
