package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.metric.Interval;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The same experiment again and again. Of 2,000 intervals at 95 % those that cover the truth are 95
 * % give or take three times √(.95 · .05 ÷ 2,000) = .49 points; approximations get a point more.
 */
final class RepeatedExperimentsTest {

    private static final int EXPERIMENTS = 2_000;
    private static final int MOST_UNITS = 500;
    private static final int FIRST_LOOK = 30;

    @Test
    void anIntervalOfMeansCoversTheTruthAsOftenAsItSays() {
        double covered =
                covered(
                        2,
                        random ->
                                Difference.absolute(
                                                normal(random, 15, 5, 3), normal(random, 40, 3, 1))
                                        .orElseThrow()
                                        .interval(.95));

        assertThat(covered).isBetween(.9354, .9646);
    }

    /** Twice the mean: relative lift 1. */
    @Test
    void anIntervalOfARelativeLiftCoversTheTruthAsOftenAsItSays() {
        double covered =
                covered(
                        1,
                        random ->
                                Difference.relative(
                                                normal(random, 100, 10, 4),
                                                normal(random, 100, 5, 2))
                                        .orElseThrow()
                                        .interval(.95));

        assertThat(covered).isBetween(.9254, .9746);
    }

    @Test
    void anIntervalOfProportionsCoversTheTruthAsOftenAsItSays() {
        double covered =
                covered(
                        .05,
                        random ->
                                Difference.absolute(
                                                trials(random, 300, .30), trials(random, 300, .25))
                                        .orElseThrow()
                                        .interval(.95));

        assertThat(covered).isBetween(.9254, .9746);
    }

    /**
     * Reps differ, so that deals are not independent: the reps' ratio knows, the deals' share not.
     */
    @Test
    void anIntervalOfRatiosKnowsThatDealsOfOneRepAreAlike() {
        double byRep =
                covered(
                        0,
                        random ->
                                Difference.absolute(ratio(random, 60), ratio(random, 60))
                                        .orElseThrow()
                                        .interval(.95));
        double byDeal =
                covered(
                        0,
                        random ->
                                Difference.absolute(pooled(random, 60), pooled(random, 60))
                                        .orElseThrow()
                                        .interval(.95));

        assertThat(byRep).isBetween(.9254, .9746);
        assertThat(byDeal).isLessThan(.85);
    }

    @Test
    void anAdjustedIntervalCoversTheTruthAsOftenAsItSays() {
        double covered =
                covered(
                        1,
                        random ->
                                Cuped.of(
                                                CupedTest.drawn(random, 40, 1),
                                                CupedTest.drawn(random, 40, 0))
                                        .orElseThrow()
                                        .absolute()
                                        .orElseThrow()
                                        .interval(.95));

        assertThat(covered).isBetween(.9254, .9746);
    }

    /** Looking at every tenth pair and stopping at the first p below .05, nothing there. */
    @Test
    void peekingMakesEffectsOutOfNothingUnlessTheSequenceAllowsIt() {
        ConfidenceSequence sequence = new ConfidenceSequence(.95, 2 * MOST_UNITS);

        double fixed = shareOfFalseAlarms(Difference::pValue);
        double sequential = shareOfFalseAlarms(sequence::pValue);

        assertThat(fixed).isGreaterThan(.2);
        assertThat(sequential).isLessThan(.05);
    }

    /**
     * Win rates of reps drawn from Beta(5, 15) and, with a lift of .05, Beta(6, 14): correlation 1
     * ÷ 21. Of 1,000 experiments the share that finds it lies within three times √(.8 · .2 ÷
     * 1,000).
     */
    @Test
    void aPlannedLiftIsFoundAsOftenAsPlanned() {
        Feasibility plan =
                new Feasibility(
                        new Audience(300, 10, 1. / 21, 0),
                        Outcome.share(.25),
                        TestPlan.USUAL,
                        .05,
                        1);
        Random random = new Random(20_263);
        double found =
                IntStream.range(0, 1_000).filter(number -> findsALift(random)).count() / 1_000.;

        assertThat(found).isCloseTo(plan.power(), within(.038));
    }

    private static boolean findsALift(Random random) {
        Arm treated = alike(random, 6).ratio().orElseThrow();
        Arm control = alike(random, 5).ratio().orElseThrow();
        return Difference.absolute(treated, control).orElseThrow().pValue() < .05;
    }

    /** Ten deals of each of 150 reps: the k-th of 19 even draws is from Beta(k, 20 − k). */
    private static PairedSample alike(Random random, int k) {
        PairedSample sample = PairedSample.NONE;
        for (int rep = 0; rep < 150; rep++) {
            double winRate = random.doubles(19).sorted().skip(k - 1).findFirst().orElseThrow();
            sample = sample.plus(10, won(random, 10, winRate));
        }
        return sample;
    }

    private static double covered(double truth, Function<Random, Interval> experiment) {
        Random random = new Random(20_261);
        return IntStream.range(0, EXPERIMENTS)
                .mapToObj(number -> experiment.apply(random))
                .mapToInt(
                        interval -> interval.lower() <= truth && truth <= interval.upper() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double shareOfFalseAlarms(ToDoubleFunction<Difference> pValue) {
        Random random = new Random(20_262);
        return IntStream.range(0, 1_000)
                .map(number -> hasFalseAlarm(random, pValue) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean hasFalseAlarm(Random random, ToDoubleFunction<Difference> pValue) {
        Sample treated = Sample.NONE;
        Sample control = Sample.NONE;
        boolean alarm = false;
        for (int units = 1; units <= MOST_UNITS; units++) {
            treated = treated.plus(random.nextGaussian());
            control = control.plus(random.nextGaussian());
            if (units >= FIRST_LOOK && units % 10 == 0) {
                Difference look =
                        Difference.absolute(
                                        treated.arm().orElseThrow(), control.arm().orElseThrow())
                                .orElseThrow();
                alarm |= pValue.applyAsDouble(look) < .05;
            }
        }
        return alarm;
    }

    private static Arm normal(Random random, int units, double mean, double deviation) {
        return Sample.of(
                        IntStream.range(0, units)
                                .mapToDouble(unit -> mean + deviation * random.nextGaussian())
                                .toArray())
                .arm()
                .orElseThrow();
    }

    private static Arm trials(Random random, int trials, double share) {
        return Arm.ofTrials(won(random, trials, share), trials).orElseThrow();
    }

    private static Arm ratio(Random random, int reps) {
        return reps(random, reps).ratio().orElseThrow();
    }

    private static Arm pooled(Random random, int reps) {
        PairedSample sample = reps(random, reps);
        long closed = Math.round(sample.meanX() * reps);
        return Arm.ofTrials(Math.round(sample.meanY() * reps), closed).orElseThrow();
    }

    /** Closed and won deals of reps whose win rates lie evenly between .1 and .5. */
    private static PairedSample reps(Random random, int reps) {
        PairedSample sample = PairedSample.NONE;
        for (int rep = 0; rep < reps; rep++) {
            int closed = 5 + random.nextInt(30);
            sample = sample.plus(closed, won(random, closed, .1 + .4 * random.nextDouble()));
        }
        return sample;
    }

    private static int won(Random random, int trials, double share) {
        int won = 0;
        for (int trial = 0; trial < trials; trial++) {
            won += random.nextDouble() < share ? 1 : 0;
        }
        return won;
    }
}
