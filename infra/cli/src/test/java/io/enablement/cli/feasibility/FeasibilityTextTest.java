package io.enablement.cli.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.impact.experiment.Audience;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.experiment.Outcome;
import io.enablement.impact.experiment.TestPlan;
import org.junit.jupiter.api.Test;

/** Ten deals a month of each rep, alike by .05: 1,248 × 1.45 = 1,810 deals an arm show .25→.30. */
final class FeasibilityTextTest {

    @Test
    void saysThatItIsProvable() {
        assertThat(text(362, 1).verdict())
                .isEqualTo(
                        "Provable: 362 reps in 1 month would show 5 points in 80.0% of all cases");
    }

    @Test
    void saysWhenItWillBeAndWhatWouldShowUntilThen() {
        // a lift of 6.78 points has the power, one of 6.7 has not
        assertThat(text(200, 1).verdict())
                .isEqualTo(
                        "Not provable in 1 month: only lifts of at least 6.8 points would show. Provable in 4 months, or with 362 reps");
    }

    @Test
    void saysThatItWillNeverBe() {
        // 9.71 points show in a month; 50 ÷ .05 = 1,000 independent deals an arm show 5.602
        assertThat(text(100, 1).verdict())
                .startsWith(
                        "Not provable with 100 reps: only lifts of at least 9.8 points would show")
                .contains("and however long it takes, only lifts of at least 5.7 points would show")
                .endsWith("In 1 month it takes 362 reps");
        assertThat(text(12, 1).verdict()).contains("fewer than 10 reps in an arm are no proof");
    }

    @Test
    void showsWhatItTakesAndHowThatChangesWithMonthsAndReps() {
        assertThat(text(200, 1).lines())
                .contains("@|bold Can 200 reps prove a rise from 25% to 30%?|@")
                .contains("Deals, if independent          1,248     1,248  2,496")
                .contains("Deals, × design effect 1.45    1,810     1,810  3,620")
                .contains("Reps needed                      181       181    362")
                .contains("Reps there                       100       100    200")
                .anyMatch(
                        line -> line.matches("4 +8,000 +7,364 +186 +4.79 points +83.2% +provable"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "362 +3,620 +3,620 +362 +5.00 points +80.0% +provable"));
    }

    /** 2 · 7.84888 · 9 = 141.28 rep-months an arm, × (1 + 5 · .3) = 355 in six months: 60 reps. */
    @Test
    void amountsStandInTheirOwnUnit() {
        Feasibility amounts =
                new Feasibility(
                        new Audience(200, 1, .3, 0),
                        Outcome.mean(40_000, 30_000),
                        TestPlan.USUAL,
                        10_000,
                        6);

        assertThat(new FeasibilityText(amounts).lines())
                .contains("@|bold Can 200 reps prove a rise from 40,000 to 50,000?|@")
                .anyMatch(line -> line.startsWith("Rep-months, × design effect 2.50"))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "Provable: 200 reps in 6 months would show 10,000"));
    }

    private static FeasibilityText text(long reps, int months) {
        return new FeasibilityText(question(reps, months));
    }

    static Feasibility question(long reps, int months) {
        return new Feasibility(
                new Audience(reps, 10, .05, 0), Outcome.share(.25), TestPlan.USUAL, .05, months);
    }
}
