package io.enablement.impact.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Practice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsTest {

    private static final Practice NOTHING =
            new Practice(0, 0, 0, 0, 0, Double.NaN, 0, Double.NaN, 0, 0, 0);
    private static final Practice TWELVE_COMPLETED =
            new Practice(20, 12, 0, 0, 0, Double.NaN, 0, Double.NaN, 0, 0, 0);
    private static final Registration FROZEN = registration("enablement", "2026-04-01");

    @Test
    void withoutEventsItIsAbsent() {
        Maturity maturity = findings(null, NOTHING, 0, false, false, false).judge();

        assertThat(maturity.level()).isZero();
        assertThat(maturity.name()).isEqualTo("absent");
    }

    @Test
    void eventsWithoutADefinitionAreLimited() {
        Maturity maturity = findings(null, TWELVE_COMPLETED, 50, false, false, false).judge();

        assertThat(maturity.level()).isOne();
        assertThat(maturity.missing())
                .containsExactly(
                        "a definition that says for whom it is: the programme was never defined",
                        "an owner: nobody is named");
    }

    @Test
    void nobodyToAnswerForItIsLimited() {
        Registration nobodys = registration("", "2026-04-01");

        assertThat(findings(nobodys, TWELVE_COMPLETED, 50, true, true, true).judge().level())
                .isOne();
    }

    @Test
    void leadingMetricsOfADefinedProgrammeAreBasic() {
        Maturity maturity = findings(FROZEN, TWELVE_COMPLETED, 0, true, true, true).judge();

        assertThat(maturity.level()).isEqualTo(2);
        assertThat(maturity.missing()).hasSize(1);
    }

    @Test
    void matureDealsByCohortAreInformative() {
        assertThat(findings(FROZEN, TWELVE_COMPLETED, 50, false, true, true).judge().level())
                .isEqualTo(3);
    }

    @Test
    void aBaselineThatReachesBeyondTheLaunchIsNotFrozenBeforeIt() {
        Registration beyond = registration("enablement", "2026-06-01");

        Maturity maturity = findings(beyond, TWELVE_COMPLETED, 50, true, true, false).judge();

        assertThat(maturity.level()).isEqualTo(3);
        assertThat(maturity.missing()).singleElement().asString().contains("beyond the launch");
    }

    @Test
    void aFrozenBaselineMeasuredAtTheEndIsInsightful() {
        assertThat(findings(FROZEN, TWELVE_COMPLETED, 50, true, true, false).judge().level())
                .isEqualTo(4);
    }

    @Test
    void aScoredPredictionAndAReturnAreTransformational() {
        Maturity maturity = findings(FROZEN, TWELVE_COMPLETED, 50, true, true, true).judge();

        assertThat(maturity.level()).isEqualTo(5);
        assertThat(maturity.missing()).isEmpty();
    }

    private static Findings findings(
            Registration registration,
            Practice practice,
            long deals,
            boolean paybackOver,
            boolean measured,
            boolean predicted) {
        return new Findings(
                registration,
                practice,
                deals,
                deals,
                paybackOver,
                measured,
                3,
                true,
                predicted ? "close_rate_count expected to change by 0.05" : "",
                predicted,
                predicted);
    }

    private static Registration registration(String owner, String baselineTo) {
        return new Registration(
                List.of(
                        new Definition(
                                "p",
                                1,
                                day("2026-03-01"),
                                "P",
                                owner,
                                List.of("ae"),
                                List.of(),
                                day("2026-05-01"),
                                day("2026-08-01"),
                                100L,
                                "USD",
                                "close_rate_count",
                                day("2026-01-01"),
                                day(baselineTo),
                                "random")));
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
