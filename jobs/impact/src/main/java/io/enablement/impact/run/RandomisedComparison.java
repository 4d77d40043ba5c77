package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.domain.metric.Interval;
import io.enablement.impact.experiment.Arm;
import io.enablement.impact.experiment.ConfidenceSequence;
import io.enablement.impact.experiment.Cuped;
import io.enablement.impact.experiment.Difference;
import io.enablement.impact.experiment.PrePeriodArm;
import io.enablement.impact.experiment.Sample;
import io.enablement.impact.experiment.SampleRatio;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.ProgrammePanel;
import io.enablement.impact.panel.SalesHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The treated of a randomised programme beside its controls: each rep's mean over the months in
 * which all waves have started, and over the months before the launch.
 */
final class RandomisedComparison {

    private static final double LEVEL = .95;

    private final OutcomeMonths outcome;
    private final ProgrammePanel panel;
    private final int launchMonth;
    private final int allStarted;

    /**
     * @param launchMonth before which nobody was treated
     */
    RandomisedComparison(OutcomeMonths outcome, ProgrammePanel panel, int launchMonth) {
        this.outcome = outcome;
        this.panel = panel;
        this.launchMonth = launchMonth;
        int latest = launchMonth;
        for (int cohort : panel.panel().cohorts()) {
            latest = cohort <= panel.lastMonth() ? Math.max(latest, cohort) : latest;
        }
        this.allStarted = latest;
    }

    /**
     * A difference between the arms with its interval.
     *
     * @param name what was done
     * @param treated reps
     */
    record Named(
            String name,
            double estimate,
            double error,
            double low,
            double high,
            double p,
            long treated,
            long controls) {}

    /** None where an arm has fewer than two reps. */
    List<Named> all() {
        List<Named> all = new ArrayList<>();
        Sample treated = sample(true);
        Sample controls = sample(false);
        Optional<Arm> treatedArm = treated.arm();
        Optional<Arm> controlArm = controls.arm();
        if (treatedArm.isEmpty() || controlArm.isEmpty()) {
            return all;
        }
        Sizes sizes = new Sizes(treated.units(), controls.units());
        Optional<Difference> plain = Difference.absolute(treatedArm.get(), controlArm.get());
        plain.ifPresent(difference -> all.add(fixed("difference", difference, sizes)));
        Difference.relative(treatedArm.get(), controlArm.get())
                .ifPresent(difference -> all.add(fixed("relative_difference", difference, sizes)));
        plain.ifPresent(difference -> all.add(sequential("sequential", difference, sizes)));
        Optional<Cuped> cuped = Cuped.of(prePeriod(true), prePeriod(false));
        Optional<Difference> adjusted = cuped.flatMap(Cuped::absolute);
        adjusted.ifPresent(difference -> all.add(fixed("cuped", difference, sizes)));
        cuped.flatMap(Cuped::relative)
                .ifPresent(difference -> all.add(fixed("relative_cuped", difference, sizes)));
        adjusted.ifPresent(
                difference -> all.add(sequential("sequential_cuped", difference, sizes)));
        return all;
    }

    /**
     * Whether as many of those who worked at the launch were assigned as should have been; NaN
     * where there are none.
     *
     * @param shareTreated that was meant
     */
    static double sampleRatioP(
            SalesHistory history, ProgrammePanel panel, int launchMonth, double shareTreated) {
        long treated = 0;
        long controls = 0;
        for (int unit = 0; unit < panel.reps().length; unit++) {
            boolean isThere =
                    launchMonth >= panel.firstMonth()
                            && launchMonth <= panel.lastMonth()
                            && history.worked().in(panel.reps()[unit], launchMonth);
            boolean isTreated = panel.panel().cohorts()[unit] != Panel.NEVER;
            treated += isThere && isTreated ? 1 : 0;
            controls += isThere && !isTreated ? 1 : 0;
        }
        return SampleRatio.of(
                        new long[] {treated, controls},
                        new double[] {shareTreated, 1 - shareTreated})
                .map(SampleRatio::pValue)
                .orElse(Double.NaN);
    }

    /** Whether anything of this makes sense: assigned by lot, and by intention to treat. */
    static boolean isCalledFor(boolean random, Basis basis) {
        return random && basis == Basis.ASSIGNED;
    }

    private Sample sample(boolean treated) {
        Sample sample = Sample.NONE;
        for (int unit = 0; unit < panel.reps().length; unit++) {
            double after = after(unit);
            if (isOf(unit, treated) && !Double.isNaN(after)) {
                sample = sample.plus(after);
            }
        }
        return sample;
    }

    private PrePeriodArm prePeriod(boolean treated) {
        PrePeriodArm arm = PrePeriodArm.NONE;
        for (int unit = 0; unit < panel.reps().length; unit++) {
            double after = after(unit);
            if (isOf(unit, treated) && !Double.isNaN(after)) {
                double before = mean(unit, panel.firstMonth(), launchMonth - 1);
                arm = Double.isNaN(before) ? arm.plus(after) : arm.plus(before, after);
            }
        }
        return arm;
    }

    private boolean isOf(int unit, boolean treated) {
        int cohort = panel.panel().cohorts()[unit];
        return treated ? cohort <= panel.lastMonth() : cohort == Panel.NEVER;
    }

    private double after(int unit) {
        return mean(unit, allStarted, panel.lastMonth());
    }

    /** NaN where the rep has no value in these months. */
    private double mean(int unit, int first, int last) {
        double sum = 0;
        int count = 0;
        for (int month = Math.max(first, panel.firstMonth()); month <= last; month++) {
            double value = outcome.value(panel.reps()[unit], month);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static Named fixed(String name, Difference difference, Sizes sizes) {
        return named(name, difference, difference.interval(LEVEL), difference.pValue(), sizes);
    }

    /** Valid however often it is looked at; as narrow as it can be with everybody who is there. */
    private static Named sequential(String name, Difference difference, Sizes sizes) {
        ConfidenceSequence sequence = new ConfidenceSequence(LEVEL, difference.units());
        return named(
                name,
                difference,
                sequence.interval(difference),
                sequence.pValue(difference),
                sizes);
    }

    private static Named named(
            String name, Difference difference, Interval interval, double p, Sizes sizes) {
        return new Named(
                name,
                difference.estimate(),
                difference.standardError(),
                interval.lower(),
                interval.upper(),
                p,
                sizes.treated,
                sizes.controls);
    }

    /** How many reps each arm has. */
    private record Sizes(long treated, long controls) {}
}
