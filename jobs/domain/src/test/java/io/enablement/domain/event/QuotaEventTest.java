package io.enablement.domain.event;

import static io.enablement.domain.QuotaEvents.set;
import static io.enablement.domain.QuotaEvents.voided;
import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.QuotaEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q1", "2026-Q4", "2026-01", "2026-12"})
    void isForAFiscalYearAQuarterOrAMonth(String period) {
        assertThat(set(period, 100, JAN_5).event().problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "2026-1", "2026-01-05"})
    void isForNothingElse(String period) {
        assertProblem(
                set(period, 100, JAN_5),
                "period " + period + " is not of the form 2026, 2026-Q1 or 2026-01");
    }

    @Test
    void needsARepAndAnAmount() {
        assertProblem(set("2026", 100, JAN_5).repId(""), "rep_id is empty");
        assertProblem(set("2026", 100, JAN_5).amount(null, "USD"), "SET needs amount_minor");
        assertProblem(set("2026", -1, JAN_5), "amount_minor is negative");
    }

    @Test
    void aRampHasOneQuotaAMonth() {
        assertThat(set("2026-Q1", 60, JAN_5).ramp(10L, 20L, 30L).event().problem()).isEmpty();
        assertProblem(
                set("2026-Q1", 60, JAN_5).ramp(30L, 30L),
                "schedule_minor has 2 months, the period has 3");
    }

    @Test
    void aRampAddsUpToTheAmount() {
        assertProblem(
                set("2026-Q1", 61, JAN_5).ramp(10L, 20L, 30L),
                "schedule_minor does not add up to amount_minor");
        assertProblem(
                set("2026-Q1", 60, JAN_5).ramp(-10L, 40L, 30L),
                "schedule_minor has a negative month");
    }

    @Test
    void aVoidNeedsATargetAndNothingElse() {
        assertThat(voided("e-1", JAN_5).event().problem()).isEmpty();
        assertProblem(voided("", JAN_5), "VOIDED needs target_source and target_id");
    }

    private static void assertProblem(QuotaEvents event, String problem) {
        assertThat(event.event().problem()).contains(problem);
    }
}
