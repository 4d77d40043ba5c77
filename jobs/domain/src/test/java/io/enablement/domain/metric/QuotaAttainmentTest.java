package io.enablement.domain.metric;

import static io.enablement.domain.QuotaEvents.history;
import static io.enablement.domain.QuotaEvents.set;
import static io.enablement.domain.Times.JAN_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.rep.Tally;
import io.enablement.domain.rep.Tenures;
import org.junit.jupiter.api.Test;

final class QuotaAttainmentTest {

    private static final QuotaAttainment CHAMPION = QuotaAttainment.of(rep(300, 100));
    private static final QuotaAttainment ON_TARGET = QuotaAttainment.of(rep(200, 200));
    private static final QuotaAttainment BEHIND = QuotaAttainment.of(rep(40, 400));
    private static final QuotaAttainment TEAM = CHAMPION.plus(ON_TARGET).plus(BEHIND);

    @Test
    void aRampOfSixtyAndACreditOfFortyFiveIsSeventyFivePerCent() {
        Rules rules = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));
        Tally quarter = Tally.NONE.plus(Part.CREDITED, 0, 45_000);

        for (Posting posting :
                history(set("2026-Q1", 60_000, JAN_1).ramp(10_000L, 20_000L, 30_000L))
                        .postings(Tenures.NONE, rules)) {
            quarter = quarter.plus(posting.part(), posting.bucket(), posting.amount());
        }

        assertThat(QuotaAttainment.of(quarter).value()).hasValue(0.75);
    }

    @Test
    void ofAGroupIsTheRatioOfTheSumsAndNotTheMeanOfTheRatios() {
        // (300 + 200 + 40) ÷ (100 + 200 + 400); the mean of 3, 1 and 0.1 would be 1.37
        assertThat(TEAM.value()).hasValue(540.0 / 700);
    }

    @Test
    void theShareOnTargetCountsRepsWhoReachTheirQuotaExactly() {
        assertThat(TEAM.shareOnTarget()).hasValue(2.0 / 3);
    }

    @Test
    void theMedianRepIsBesideTheGroup() {
        assertThat(TEAM.median()).hasValue(1);
        assertThat(CHAMPION.plus(ON_TARGET).median()).hasValue(2); // between 3 and 1
    }

    @Test
    void repsWithoutQuotaAreCountedAndTheirCreditIsInNoRatio() {
        QuotaAttainment withNewcomer = TEAM.plus(QuotaAttainment.of(rep(999, 0)));

        assertThat(withNewcomer.repsWithoutQuota()).isEqualTo(1);
        assertThat(withNewcomer.value()).isEqualTo(TEAM.value());
        assertThat(withNewcomer.shareOnTarget()).isEqualTo(TEAM.shareOnTarget());
    }

    @Test
    void isUnknownWhereNobodyHasAQuota() {
        QuotaAttainment newcomer = QuotaAttainment.of(rep(999, 0));

        assertThat(newcomer.value()).isEmpty();
        assertThat(newcomer.shareOnTarget()).isEmpty();
        assertThat(newcomer.median()).isEmpty();
        assertThat(QuotaAttainment.NONE.value()).isEmpty();
    }

    @Test
    void isZeroAndNotUnknownForARepWithAQuotaAndNoCredit() {
        assertThat(QuotaAttainment.of(rep(0, 100)).value()).hasValue(0);
    }

    @Test
    void isTheSameAddedUpInAnyOrderAndGrouping() {
        assertThat(BEHIND.plus(ON_TARGET.plus(CHAMPION))).isEqualTo(TEAM);
        assertThat(QuotaAttainment.NONE.plus(TEAM)).isEqualTo(TEAM);
    }

    private static Tally rep(long credit, long quota) {
        return Tally.NONE.plus(Part.CREDITED, 0, credit).plus(Part.QUOTA, 0, quota);
    }
}
