package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.impact.panel.Panel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What an effect does not depend on. */
final class GroupTimeEffectsPropertyTest {

    private static final int UNITS = 30;
    private static final Estimation ESTIMATION = Estimation.STANDARD.withBootstrap(0, 1);

    @Property(tries = 50, seed = "20260105")
    void theOrderOfUnits(@ForAll Random random) {
        Panel panel = Panels.random(random, UNITS);
        List<Integer> order = new ArrayList<>(IntStream.range(0, UNITS).boxed().toList());
        Collections.shuffle(order, random);

        assertSame(panel, Panels.reordered(panel, order), 1);
    }

    @Property(tries = 50, seed = "20260105")
    void theLevelOfAUnit(@ForAll Random random) {
        Panel panel = Panels.random(random, UNITS);

        assertSame(panel, shifted(panel, at -> at % UNITS), 1);
    }

    @Property(tries = 50, seed = "20260105")
    void theLevelOfAPeriod(@ForAll Random random) {
        Panel panel = Panels.random(random, UNITS);

        assertSame(panel, shifted(panel, at -> at / UNITS), 1);
    }

    @Property(tries = 50, seed = "20260105")
    void theUnitOfMoneyButForItsSize(@ForAll Random random) {
        Panel panel = Panels.random(random, UNITS);
        double[] cents = panel.outcomes().clone();
        for (int at = 0; at < cents.length; at++) {
            cents[at] *= 100;
        }

        assertSame(panel, panel.withOutcomes(cents), 100);
    }

    private static Panel shifted(Panel panel, IntUnaryOperator shift) {
        double[] outcomes = panel.outcomes().clone();
        for (int at = 0; at < outcomes.length; at++) {
            outcomes[at] += shift.applyAsInt(at);
        }
        return panel.withOutcomes(outcomes);
    }

    private static void assertSame(Panel panel, Panel other, double factor) {
        GroupTimeResult left = GroupTimeEffects.of(panel, ESTIMATION);
        GroupTimeResult right = GroupTimeEffects.of(other, ESTIMATION);
        for (int each = 0; each < left.cells().size(); each++) {
            assertClose(
                    left.cells().get(each).estimate(), right.cells().get(each).estimate(), factor);
        }
        for (int each = 0; each < left.aggregates().size(); each++) {
            assertClose(
                    left.aggregates().get(each).overall(),
                    right.aggregates().get(each).overall(),
                    factor);
        }
        assertThat(right.preTrend().p()).isCloseTo(left.preTrend().p(), within(1e-6));
    }

    private static void assertClose(Estimate left, Estimate right, double factor) {
        assertThat(right.value()).isCloseTo(factor * left.value(), within(factor * 1e-9));
        assertThat(right.error()).isCloseTo(factor * left.error(), within(factor * 1e-9));
    }
}
