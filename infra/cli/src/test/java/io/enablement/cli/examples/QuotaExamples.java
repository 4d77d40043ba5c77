package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.LAST_QUARTER;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Quotas and their attainment. */
abstract class QuotaExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);

    static void tell(ExampleEvents events) {
        events.rep("ramping").quota("2026-01-02", LAST_QUARTER, "60000", "10000", "20000", "30000");
        won(events, "ramping", "45000");
        tellTeam(events);
        events.rep("raised")
                .quota("2026-01-02", LAST_QUARTER, "100000")
                .quota("2026-02-10", LAST_QUARTER, "120000");
        events.rep("away")
                .hired("2024-01-01", "leave")
                .employment("ON_LEAVE", "2026-02-15", Map.of())
                .employment("RETURNED", "2026-03-01", Map.of())
                .quota("2026-01-02", LAST_QUARTER, "90000");
    }

    /** The third has no quota at all. */
    private static void tellTeam(ExampleEvents events) {
        events.rep("over")
                .hired("2024-01-01", "ratios")
                .quota("2026-01-02", LAST_QUARTER, "100000");
        events.rep("under")
                .hired("2024-01-01", "ratios")
                .quota("2026-01-02", LAST_QUARTER, "300000");
        events.rep("free").hired("2024-01-01", "ratios");
        won(events, "over", "150000");
        won(events, "under", "90000");
        won(events, "free", "500000");
    }

    private static void won(ExampleEvents events, String owner, String amount) {
        events.deal("credit-" + owner).created("2026-01-10", owner, amount).won("2026-02-10");
    }

    @Test
    void aRampOf10And20And30ThousandWith45OfCreditIsAttainedBy75PerCent() throws IOException {
        assertThat(results().rep("ramping", LAST_QUARTER).number("quota_attainment"))
                .isCloseTo(0.75, EXACTLY);
        assertThat(results().rep("ramping", "2026-02").number("quota_attainment"))
                .isCloseTo(45.0 / 20, EXACTLY);
    }

    @Test
    void theTeamDividesSumsAndTakesNoMeanOfRatios() throws IOException {
        double sums = (150.0 + 90) / (100 + 300);
        double meanOfRatios = (150.0 / 100 + 90.0 / 300) / 2;

        assertThat(results().team("ratios", LAST_QUARTER).number("quota_attainment"))
                .isCloseTo(sums, EXACTLY)
                .isNotCloseTo(meanOfRatios, within(0.1));
    }

    @Test
    void besideItStandTheShareAtQuotaAndTheMedianRep() throws IOException {
        Shown team = results().team("ratios", LAST_QUARTER);

        assertThat(team.number("share_of_reps_at_quota")).isCloseTo(1.0 / 2, EXACTLY);
        assertThat(team.number("median_rep_attainment")).isCloseTo((1.5 + 0.3) / 2, EXACTLY);
    }

    @Test
    void attainmentSpreadIsP90LessTheMedian() throws IOException {
        double p90 = 0.3 + 0.9 * (1.5 - 0.3);

        assertThat(results().team("ratios", LAST_QUARTER).number("attainment_spread"))
                .isCloseTo(p90 - 0.9, EXACTLY);
    }

    @Test
    void withoutQuotaThereIsNoAttainmentAndTheRepIsCounted() throws IOException {
        assertThat(results().rep("free", LAST_QUARTER).number("quota_attainment")).isNull();
        assertThat(results().rep("free", LAST_QUARTER).number("reps_without_quota")).isEqualTo(1);
        assertThat(results().team("ratios", LAST_QUARTER).number("reps_without_quota"))
                .isEqualTo(1);
    }

    @Test
    void aChangedQuotaRestates() throws IOException {
        assertThat(results().rep("raised", LAST_QUARTER).number("quota_minor"))
                .isEqualTo(12_000_000);
    }

    @Test
    void bothVersionsOfAChangedQuotaStayVisible() throws IOException {
        List<Shown> versions = results().all("current_quota", Map.of("rep_id", "raised"));

        assertThat(versions)
                .extracting(version -> version.text("state") + " " + version.text("amount_minor"))
                .containsExactlyInAnyOrder("superseded 10000000", "current 12000000");
    }

    @Test
    void aPeriodQuotaIsSpreadByActiveDaysWithTheLargestRemainder() throws IOException {
        // Active on 31 + 14 + 31 = 76 days. 9,000,000 cents × 31 ÷ 76 = 3,671,052.63 and
        // × 14 ÷ 76 = 1,657,894.74: two cents are left, for February and then for January.
        assertThat(quota("2026-01")).isEqualTo(3_671_053);
        assertThat(quota("2026-02")).isEqualTo(1_657_895);
        assertThat(quota("2026-03")).isEqualTo(3_671_052);
    }

    private static double quota(String month) throws IOException {
        return results().rep("away", month).number("quota_minor");
    }
}
