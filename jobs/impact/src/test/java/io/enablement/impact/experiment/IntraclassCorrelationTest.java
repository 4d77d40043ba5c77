package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IntraclassCorrelationTest {

    /**
     * Shrout and Fleiss (1979), "Intraclass Correlations: Uses in Assessing Rater Reliability",
     * Psychological Bulletin 86, tables 2 to 4: mean squares 11.24 and 6.26, ICC(1,1) = .17.
     */
    @Test
    void agreesWithThePublishedExample() {
        List<Sample> targets =
                List.of(
                        Sample.of(9, 2, 5, 8),
                        Sample.of(6, 1, 3, 2),
                        Sample.of(8, 4, 6, 8),
                        Sample.of(7, 1, 2, 6),
                        Sample.of(10, 5, 6, 9),
                        Sample.of(6, 2, 4, 7));

        // (11.24 − 6.26) ÷ (11.24 + 3 · 6.26) = .1658
        assertThat(correlation(targets)).isCloseTo(.1658, within(.0002));
    }

    @Test
    void isOneWhereRepsDifferAndAreAlikeWithin() {
        assertThat(correlation(List.of(Sample.of(1, 1), Sample.of(2, 2, 2)))).isEqualTo(1);
    }

    @Test
    void isBelowZeroWhereRepsAreMoreAlikeThanChance() {
        // B = 0: −1 ÷ (n₀ − 1) with n₀ = 2
        assertThat(correlation(List.of(Sample.of(0, 1), Sample.of(0, 1)))).isEqualTo(-1);
    }

    @Test
    void leavesOutRepsWithoutResults() {
        List<Sample> reps = List.of(Sample.ofTrials(2, 10), Sample.ofTrials(5, 9));
        List<Sample> withIdle = List.of(Sample.ofTrials(2, 10), Sample.NONE, Sample.ofTrials(5, 9));

        assertThat(IntraclassCorrelation.of(withIdle)).isEqualTo(IntraclassCorrelation.of(reps));
    }

    @Test
    void isUnknownWithoutASecondRepOrASecondResultOrAnyDifference() {
        assertThat(IntraclassCorrelation.of(List.of())).isEmpty();
        assertThat(IntraclassCorrelation.of(List.of(Sample.of(1, 2)))).isEmpty();
        assertThat(IntraclassCorrelation.of(List.of(Sample.of(1), Sample.of(2)))).isEmpty();
        assertThat(IntraclassCorrelation.of(List.of(Sample.of(1, 1), Sample.of(1, 1)))).isEmpty();
    }

    private static double correlation(List<Sample> clusters) {
        return IntraclassCorrelation.of(clusters).orElseThrow().value();
    }
}
