package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.panel.Panel;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GroupTimeEffectsTest {

    private static final double EXACT = 1e-12;

    /** Two-way fixed effects gives −0.8333 here. */
    @Test
    void growingEffectsOfTwoWavesAreExactAndUnknownWhereNoControlsAreLeft() {
        List<Cell> cells = estimate(staggered()).cells();

        assertThat(cells).filteredOn(Cell::isKnown).extracting(Cell::group).containsOnly(2);
        assertThat(cells)
                .filteredOn(Cell::isKnown)
                .extracting(Cell::time)
                .containsExactly(2, 3, 4, 5);
        assertThat(cells)
                .filteredOn(Cell::isKnown)
                .extracting(cell -> cell.estimate().value())
                .containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(cells)
                .filteredOn(cell -> !cell.isKnown())
                .extracting(Cell::reason)
                .containsOnly("fewer than 2 controls: 0");
    }

    @Test
    void anErrorIsUnknownWhereNothingVaries() {
        Cell cell = estimate(staggered()).cells().get(0);

        assertThat(cell.estimate().hasInterval()).isFalse();
        assertThat(cell.reason()).isEqualTo("the error is unknown: no unit differs from its like");
    }

    /** 4 − 1.5, and φ² = (2/3)² + (2/3)² + 0.375² + 0.375². */
    @Test
    void weightsCountInMeansAndErrors() {
        Panel panel = Panels.twoPeriods(new double[] {2, 5}, new double[] {1, 3});

        assertEffect(Panels.withWeights(panel, 1, 2, 3, 1), 2.5, Math.sqrt(8.0 / 9 + .28125));
    }

    /** Cluster sums of φ: −1/2 + 1/2, 2 × 1/4, −2 × 1/4. */
    @Test
    void unitsOfAClusterMoveTogether() {
        Panel panel = Panels.twoPeriods(new double[] {2, 4}, new double[] {1, 1, 3, 3});

        assertEffect(panel, 1, Math.sqrt(.25 + .25 + 4 / 16.0));
        assertEffect(Panels.withClusters(panel, 7, 7, 8, 8, 9, 9), 1, Math.sqrt(.5));
    }

    /**
     * With one covariate of two values, all methods are the difference within each value, by the
     * shares of the treated: 2/5 × (4 − 2) + 3/5 × (12 − 5). Treated add φ² = (16 + 4 + 0 + 4 + 16)
     * ÷ 25, controls 2 × 0.2² and 2 × 0.15².
     */
    @ParameterizedTest
    @EnumSource
    void covariatesOfTwoValuesCompareLikeWithLike(Method method) {
        Panel panel =
                Panels.withCovariate(
                        Panels.twoPeriods(
                                new double[] {3, 5, 10, 12, 14}, new double[] {1, 3, 4, 6, 5, 5}),
                        0,
                        0,
                        1,
                        1,
                        1,
                        0,
                        0,
                        1,
                        1,
                        1,
                        1);

        Estimate estimate =
                GroupTimeEffects.of(panel, Estimation.STANDARD.withMethod(method)).overall();

        assertThat(estimate.value()).isCloseTo(5, within(1e-9));
        assertThat(estimate.error()).isCloseTo(Math.sqrt(1.6 + .08 + .045), within(1e-9));
    }

    /** The controls' line is 0.5 + 2.5 x; at 1 and 3 the treated are 2 above it. */
    @Test
    void regressionFollowsTheLineOfTheControls() {
        Panel panel =
                Panels.withCovariate(
                        Panels.twoPeriods(new double[] {5, 10}, new double[] {1, 2, 6}),
                        1,
                        3,
                        0,
                        1,
                        2);

        Estimation regression = Estimation.STANDARD.withMethod(Method.REG);
        assertThat(GroupTimeEffects.of(panel, regression).overall().value())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void aCovariateThatTellsTreatedFromControlsLeavesNoNumber() {
        Panel panel =
                Panels.withCovariate(
                        Panels.twoPeriods(new double[] {5, 10, 7}, new double[] {1, 2, 6}),
                        5,
                        6,
                        7,
                        1,
                        2,
                        3);

        assertThat(estimate(panel).cells())
                .singleElement()
                .satisfies(cell -> assertThat(cell.isKnown()).isFalse())
                .extracting(Cell::reason)
                .asString()
                .startsWith("no overlap");
    }

    @Test
    void aConstantOutcomeGivesNoNumber() {
        Panel panel = Panels.twoPeriods(new double[] {0, 0}, new double[] {0, 0});

        GroupTimeResult result = estimate(panel);

        assertThat(result.cells())
                .extracting(Cell::reason)
                .containsExactly("the outcome is the same everywhere");
        assertThat(result.overall().isKnown()).isFalse();
    }

    @Test
    void aSingleTreatedUnitGivesNoNumber() {
        assertThat(estimate(Panels.twoPeriods(new double[] {1}, new double[] {1, 2})).cells())
                .extracting(Cell::reason)
                .containsExactly("fewer than 2 treated units: 1");
    }

    /** 12 − 0 in the last period against the one before: 2 − 0.5 of those observed in each. */
    @Test
    void unbalancedCellsHaveTheirOwnMeans() {
        double none = Double.NaN;
        double[] before = {1, 3, none, 0, 0, 2, none};
        double[] after = {4, none, 8, 1, none, 3, 5};
        double[] outcomes =
                IntStream.range(0, 14)
                        .mapToDouble(at -> at < 7 ? before[at] : after[at - 7])
                        .toArray();
        int never = Panel.NEVER;
        Panel panel =
                Panels.of(
                        new int[] {0, 1},
                        outcomes,
                        new int[] {1, 1, 1, never, never, never, never});

        GroupTimeResult result =
                GroupTimeEffects.of(panel, Estimation.STANDARD.withUnbalanced(true));

        assertThat(result.overall().value()).isCloseTo(6 - 2 - (3 - 2.0 / 3), within(EXACT));
        assertThat(estimate(panel).sample().incomplete()).isEqualTo(4);
    }

    @Test
    void anticipationMovesTheBaseAndSparesItFromTheTest() {
        Panel panel = Panels.random(new Random(1), 60);

        GroupTimeResult result =
                GroupTimeEffects.of(panel, Estimation.STANDARD.withAnticipation(1));

        assertThat(result.cells())
                .filteredOn(cell -> cell.group() == 4 && cell.time() >= 3)
                .extracting(Cell::base)
                .containsOnly(2);
    }

    @Test
    void aUniversalBaseComparesAllTimesWithTheLastBeforeTheStart() {
        Panel panel = Panels.random(new Random(1), 60);

        List<Cell> cells =
                GroupTimeEffects.of(panel, Estimation.STANDARD.withBase(BasePeriod.UNIVERSAL))
                        .cells();

        assertThat(cells)
                .filteredOn(cell -> cell.group() == 4)
                .extracting(Cell::base)
                .containsOnly(3);
        assertThat(cells)
                .filteredOn(cell -> cell.group() == 4)
                .extracting(Cell::time)
                .containsExactly(0, 1, 2, 4, 5);
    }

    @Test
    void sumsOfCellsCarryTheirErrors() {
        GroupTimeResult result = estimate(Panels.random(new Random(2), 60));
        Cell cell = result.cells().get(3);

        Estimate tripled = result.sum(each -> each.equals(cell) ? 3 : 0);

        assertThat(tripled.value()).isCloseTo(3 * cell.estimate().value(), within(EXACT));
        assertThat(tripled.error()).isCloseTo(3 * cell.estimate().error(), within(EXACT));
    }

    @Test
    void bandsAreAsWideAsIntervalsOrWiderAndTheSameForTheSameSeed() {
        Panel panel = Panels.random(new Random(3), 200);

        Aggregate dynamic = estimate(panel).aggregate(Kind.DYNAMIC);

        assertThat(dynamic.criticalValue()).isBetween(1.96, 3.5);
        assertThat(estimate(panel).aggregate(Kind.DYNAMIC)).isEqualTo(dynamic);
        assertThat(dynamic.points()).allMatch(point -> point.bandLow() < point.estimate().low());
    }

    /** Of 70 ways to choose 4 of 8, the observed one and its mirror are the most extreme. */
    @Test
    void fewTreatedClustersAreJudgedByDrawingCohortsAnew() {
        Panel panel = Panels.twoPeriods(new double[] {11, 12, 13, 14}, new double[] {1, 2, 3, 4});

        assertThat(estimate(panel).randomisationP()).isCloseTo(2.0 / 70, within(.015));
    }

    private static Panel staggered() {
        int[] cohorts = {2, 2, 6, 6};
        int[] times = IntStream.rangeClosed(1, 10).toArray();
        double[] outcomes =
                IntStream.range(0, 40)
                        .mapToDouble(at -> Math.max(0, times[at / 4] - cohorts[at % 4] + 1))
                        .toArray();
        return Panels.of(times, outcomes, cohorts);
    }

    private static GroupTimeResult estimate(Panel panel) {
        return GroupTimeEffects.of(panel, Estimation.STANDARD);
    }

    private static void assertEffect(Panel panel, double value, double error) {
        Estimate estimate = estimate(panel).overall();
        assertThat(estimate.value()).isCloseTo(value, within(EXACT));
        assertThat(estimate.error()).isCloseTo(error, within(EXACT));
    }
}
