package io.enablement.domain.rep;

import static io.enablement.domain.RepEvents.happened;
import static io.enablement.domain.RepEvents.hired;
import static io.enablement.domain.RepEvents.tenures;
import static io.enablement.domain.RepEvents.tenuresIn;
import static io.enablement.domain.RepEvents.voided;
import static io.enablement.domain.Times.FEB_20;
import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_1;
import static io.enablement.domain.Times.JAN_20;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.RepEvent.Kind;
import io.enablement.domain.rep.Tenure.Employment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TenuresTest {

    private static final List<String> ZONES = List.of("America/New_York", "UTC", "Asia/Tokyo");
    private static final Month JANUARY = Month.of(2026, 1);
    private static final Month FEBRUARY = Month.of(2026, 2);

    @Test
    void changesFileNewNumbersUnderTheNewLabel() {
        Tenures tenures =
                tenures(
                        hired(JAN_5).team("north").role("junior").region("emea"),
                        happened(Kind.CHANGED, FEB_4).team("south"));

        assertThat(tenures.labelAt(JAN_20, BusinessCalendar.DEFAULT))
                .isEqualTo(new RepLabel("north", "junior", "emea"));
        assertThat(tenures.labelAt(FEB_4, BusinessCalendar.DEFAULT))
                .isEqualTo(new RepLabel("south", "junior", "emea"));
    }

    @Test
    void nothingIsKnownBeforeTheFirstEvent() {
        assertThat(tenures(hired(JAN_5).team("north")).labelAt(JAN_1, BusinessCalendar.DEFAULT))
                .isEqualTo(RepLabel.NONE);
        assertThat(Tenures.NONE.labelAt(JAN_5, BusinessCalendar.DEFAULT)).isEqualTo(RepLabel.NONE);
    }

    @Test
    void whoLeavesWasThereBeforeEvenIfNobodySaysSinceWhen() {
        Tenures tenures = tenures(happened(Kind.LEFT, JAN_20));

        assertThat(tenures.activeDays(JANUARY, BusinessCalendar.DEFAULT)).isEqualTo(19);
        assertThat(tenures.activeDays(FEBRUARY, BusinessCalendar.DEFAULT)).isZero();
    }

    @Test
    void whoReturnsWasAwayBefore() {
        Tenures tenures = tenures(happened(Kind.RETURNED, JAN_20));

        assertThat(tenures.activeDays(JANUARY, BusinessCalendar.DEFAULT)).isEqualTo(12);
    }

    @Test
    void aHireKnownToTheDayCountsThatDayInEveryTimeZone() {
        for (String zone : ZONES) {
            BusinessCalendar calendar = new BusinessCalendar(ZoneId.of(zone), 1);
            Tenures tenures = tenuresIn(calendar, hired(onDay("2026-01-20")));

            assertThat(tenures.activeDays(JANUARY, calendar)).as(zone).isEqualTo(12);
        }
    }

    @Test
    void whatIsKnownToTheDayIsFiledUnderTheTeamOfThatLocalDay() {
        for (String zone : ZONES) {
            BusinessCalendar calendar = new BusinessCalendar(ZoneId.of(zone), 1);
            Tenures tenures =
                    tenuresIn(
                            calendar,
                            hired(JAN_5).team("north"),
                            happened(Kind.CHANGED, onDay("2026-02-20")).team("south"));
            Moment halfAnHourIntoTheDay =
                    Moment.of(
                            calendar.startOf(LocalDate.parse("2026-02-20")).micros()
                                    + 30 * 60_000_000L);

            assertThat(tenures.labelAt(onDay("2026-02-20"), calendar).team()).isEqualTo("south");
            assertThat(tenures.labelAt(halfAnHourIntoTheDay, calendar).team()).isEqualTo("south");
        }
    }

    @Test
    void changesHoldFromTheirEffectiveDate() {
        Tenures tenures =
                tenures(
                        hired(JAN_5).team("north"),
                        happened(Kind.CHANGED, MAR_6).team("south").effective(FEB_4));

        assertThat(tenures.labelAt(FEB_20, BusinessCalendar.DEFAULT).team()).isEqualTo("south");
    }

    @Test
    void aChangeAnnouncedEarlyDoesNotHoldBeforeAnotherOne() {
        Tenures tenures =
                tenures(
                        hired(JAN_5).team("north"),
                        happened(Kind.CHANGED, JAN_20).team("west").effective(MAR_6),
                        happened(Kind.CHANGED, FEB_4).team("south"));

        assertThat(tenures.labelAt(FEB_20, BusinessCalendar.DEFAULT).team()).isEqualTo("south");
        assertThat(tenures.labelAt(MAR_6, BusinessCalendar.DEFAULT).team()).isEqualTo("west");
    }

    @Test
    void whatHasNoKnownTimeHeldAlways() {
        Tenures tenures = tenures(hired(Moment.UNKNOWN).team("north"));

        assertThat(tenures.labelAt(JAN_1, BusinessCalendar.DEFAULT).team()).isEqualTo("north");
        assertThat(tenures.activeDays(JANUARY, BusinessCalendar.DEFAULT)).isEqualTo(31);
    }

    @Test
    void aVoidedChangeNeverHeldThoughTheVoidCameFirst() {
        Tenures tenures =
                tenures(
                        hired(JAN_5).team("north"),
                        voided("wrong", JAN_20),
                        happened(Kind.CHANGED, FEB_4).id("wrong").team("south"));

        assertThat(tenures.labelAt(MAR_6, BusinessCalendar.DEFAULT).team()).isEqualTo("north");
        assertThat(tenures.tenures()).hasSize(1);
    }

    @Test
    void tenuresFollowEachOtherWithoutGapOrOverlap() {
        Tenures tenures =
                tenures(
                        hired(JAN_5),
                        happened(Kind.ON_LEAVE, JAN_20),
                        happened(Kind.RETURNED, FEB_4),
                        happened(Kind.LEFT, FEB_20));

        assertThat(tenures.tenures())
                .extracting(Tenure::employment)
                .containsExactly(
                        Employment.EMPLOYED,
                        Employment.ON_LEAVE,
                        Employment.EMPLOYED,
                        Employment.LEFT);
        assertThat(tenures.tenures())
                .extracting(tenure -> tenure.span().to())
                .containsExactly(JAN_20, FEB_4, FEB_20, Moment.UNKNOWN);
    }

    @Test
    void twoChangesOfOneMomentAreOneTenure() {
        Tenures tenures =
                tenures(hired(JAN_5).team("north"), happened(Kind.CHANGED, JAN_5).role("senior"));

        assertThat(tenures.tenures()).hasSize(1);
        assertThat(tenures.labelAt(JAN_5, BusinessCalendar.DEFAULT))
                .isEqualTo(new RepLabel("north", "senior", ""));
    }

    @Test
    void aMonthIsActiveFromTheHiring() {
        assertThat(activeDays(JANUARY, tenures(hired(JAN_5)))).isEqualTo(27); // 5 to 31
        assertThat(activeDays(FEBRUARY, tenures(hired(JAN_5)))).isEqualTo(28);
    }

    @Test
    void aMonthIsActiveUntilTheLeaving() {
        Tenures tenures = tenures(hired(JAN_5), happened(Kind.LEFT, FEB_4));

        assertThat(activeDays(FEBRUARY, tenures)).isEqualTo(3); // 1 to 3
        assertThat(activeDays(FEBRUARY.plus(1), tenures)).isZero();
    }

    @Test
    void daysOnLeaveAreNotActive() {
        Tenures tenures =
                tenures(
                        hired(JAN_1),
                        happened(Kind.ON_LEAVE, JAN_20),
                        happened(Kind.RETURNED, FEB_4));

        assertThat(activeDays(JANUARY, tenures)).isEqualTo(19); // 1 to 19
        assertThat(activeDays(FEBRUARY, tenures)).isEqualTo(25); // 4 to 28
    }

    @Test
    void aRepOfWhomNothingIsKnownIsActive() {
        assertThat(activeDays(FEBRUARY, Tenures.NONE)).isEqualTo(28);
    }

    private static int activeDays(Month month, Tenures tenures) {
        return tenures.activeDays(month, BusinessCalendar.DEFAULT);
    }
}
