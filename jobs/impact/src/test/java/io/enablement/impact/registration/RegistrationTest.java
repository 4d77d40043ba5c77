package io.enablement.impact.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programme is launched on 1 May. */
final class RegistrationTest {

    private static final String MAY = "2026-05-01";
    private static final Definition IN_APRIL = definition(1, "2026-04-01", MAY, "close_rate_count");

    @Test
    void inForceIsTheNewestThatWasRecordedByTheLaunch() {
        Definition later = definition(2, "2026-04-20", MAY, "deals_won");
        Definition afterwards = definition(3, "2026-06-01", MAY, "deals_won");

        Registration registration = new Registration(List.of(IN_APRIL, later, afterwards));

        assertThat(registration.atLaunch()).contains(later);
        assertThat(registration.newest()).isEqualTo(afterwards);
        assertThat(registration.edits()).isEmpty();
    }

    @Test
    void whatIsRecordedAfterTheLaunchRegistersNothing() {
        Definition late = definition(1, "2026-05-02", MAY, "close_rate_count");

        Registration registration = new Registration(List.of(late));

        assertThat(registration.atLaunch()).isEmpty();
        assertThat(registration.counting()).isEqualTo(late);
    }

    @Test
    void aLaunchThatIsMovedBeforeItComesMovesTheMoment() {
        Definition moved = definition(2, "2026-04-20", "2026-07-01", "close_rate_count");
        Definition inJune = definition(3, "2026-06-01", "2026-07-01", "deals_won");

        assertThat(new Registration(List.of(IN_APRIL, moved, inJune)).atLaunch()).contains(inJune);
    }

    @Test
    void anEditedMetricIsMarkedAndSpoilsTheBaseline() {
        Definition edited = definition(2, "2026-06-01", MAY, "deals_won");

        Registration registration = new Registration(List.of(IN_APRIL, edited));

        assertThat(registration.atLaunch()).contains(IN_APRIL);
        assertThat(registration.isBaselineEdited()).isTrue();
        assertThat(registration.edits())
                .containsExactly(
                        "primary metric: close_rate_count became deals_won in version 2, recorded 2026-06-01T00:00:00Z");
    }

    @Test
    void anotherCostIsMarkedAndLeavesTheBaseline() {
        Definition dearer =
                definition(2, "2026-06-01", MAY, "close_rate_count", 500L, "2026-01-01");

        Registration registration = new Registration(List.of(IN_APRIL, dearer));

        assertThat(registration.isBaselineEdited()).isFalse();
        assertThat(registration.edits())
                .singleElement()
                .asString()
                .startsWith("cost: 4.00 USD became 5.00 USD in version 2");
    }

    @Test
    void anotherBaselineIsAnEditEvenIfItIsTakenBack() {
        Definition moved = definition(2, "2026-06-01", MAY, "close_rate_count", 400L, "2026-02-01");
        Definition back = definition(3, "2026-06-02", MAY, "close_rate_count");

        assertThat(new Registration(List.of(IN_APRIL, moved, back)).isBaselineEdited()).isTrue();
    }

    @Test
    void aProgrammeWithoutALaunchRegistersNothing() {
        assertThat(
                        new Registration(List.of(definition(1, "2026-04-01", null, "deals_won")))
                                .atLaunch())
                .isEmpty();
    }

    private static Definition definition(
            int version, String recorded, String launch, String metric) {
        return definition(version, recorded, launch, metric, 400L, "2026-01-01");
    }

    private static Definition definition(
            int version,
            String recorded,
            String launch,
            String metric,
            Long cost,
            String baselineFrom) {
        return new Definition(
                "p",
                version,
                day(recorded),
                "P",
                "enablement",
                List.of(),
                List.of(),
                launch == null ? null : day(launch),
                null,
                cost,
                "USD",
                metric,
                day(baselineFrom),
                day("2026-04-01"),
                "random");
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
