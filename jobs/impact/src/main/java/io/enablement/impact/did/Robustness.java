package io.enablement.impact.did;

import io.enablement.impact.panel.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * The overall effect looked at in other ways, and how heavy the outcome's tail is. Believe an
 * effect that all of them show.
 *
 * @param cap what the capped outcome is cut to; NaN without outcomes
 * @param tailIndex α of the units' mean outcomes; below 2 their variance has no limit. NaN where
 *     there are too few
 * @param topFifthShare of the best fifth of units in the sum of the outcome; NaN where outcomes are
 *     negative or all 0
 */
public record Robustness(List<Check> checks, double cap, double tailIndex, double topFifthShare) {

    /** Outcomes above this quantile are cut to it. */
    public static final double CAP_QUANTILE = .95;

    public Robustness {
        checks = List.copyOf(checks);
    }

    /** One other way to look at the effect. */
    public enum Kind {
        /** Without the unit of the greatest mean outcome. */
        WITHOUT_TOP_1,
        WITHOUT_TOP_3,
        /** Outcomes above a quantile cut to it. */
        CAPPED,
        /** The outcome's place among all outcomes, from 0 to 1, in its stead. */
        QUANTILE,
        /** The other group of controls. */
        OTHER_CONTROLS,
        /** As if the programme had started earlier, with the time before its start alone. */
        PLACEBO
    }

    /**
     * The effect as one of the kinds sees it.
     *
     * @param periods by which the start was moved; 0 for other kinds than {@link Kind#PLACEBO}
     */
    public record Check(Kind kind, int periods, Estimate estimate) {}

    /** With the standard cap. */
    public static Robustness of(Panel panel, Estimation estimation) {
        return of(panel, estimation, CAP_QUANTILE);
    }

    /**
     * @param capQuantile from 0 to 1
     */
    public static Robustness of(Panel panel, Estimation estimation, double capQuantile) {
        Outcomes outcomes = Outcomes.of(panel, Design.of(panel, estimation).units());
        double cap = outcomes.quantile(capQuantile);
        List<Check> checks = new ArrayList<>();
        checks.add(check(Kind.WITHOUT_TOP_1, outcomes.withoutTop(1), estimation));
        checks.add(check(Kind.WITHOUT_TOP_3, outcomes.withoutTop(3), estimation));
        checks.add(check(Kind.CAPPED, outcomes.cappedAt(cap), estimation));
        checks.add(check(Kind.QUANTILE, outcomes.ranks(), estimation));
        checks.add(check(Kind.OTHER_CONTROLS, panel, estimation.withControls(other(estimation))));
        int shift = Math.max(1, Math.min(3, panel.times().length / 4));
        checks.add(placebo(panel, estimation, shift));
        checks.add(placebo(panel, estimation, 2 * shift));
        double[] means = outcomes.unitMeans();
        return new Robustness(checks, cap, Tail.index(means), Tail.topFifthShare(means));
    }

    /** The effects without the best unit, and without the best three. */
    public List<Estimate> withoutTop() {
        return checks.stream()
                .filter(
                        each ->
                                each.kind() == Kind.WITHOUT_TOP_1
                                        || each.kind() == Kind.WITHOUT_TOP_3)
                .map(Check::estimate)
                .toList();
    }

    private static Check check(Kind kind, Panel panel, Estimation estimation) {
        return new Check(kind, 0, GroupTimeEffects.overall(panel, estimation));
    }

    /**
     * The average effect on the periods before the start, as far back as the start is moved,
     * compared with the last period before them: that of a programme that is anticipated so long.
     */
    private static Check placebo(Panel panel, Estimation estimation, int periods) {
        int real = estimation.anticipation();
        Estimation earlier = estimation.withAnticipation(real + periods);
        return new Check(
                Kind.PLACEBO,
                periods,
                GroupTimeEffects.average(
                        panel,
                        earlier,
                        eventTime -> eventTime >= -real - periods && eventTime < -real));
    }

    private static Controls other(Estimation estimation) {
        return estimation.controls() == Controls.NEVER ? Controls.NOT_YET : Controls.NEVER;
    }
}
