package io.enablement.impact.experiment;

import io.enablement.domain.metric.Interval;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By how much the treated differ from the controls, and how sure that is: Welch's test (1947), "The
 * Generalization of 'Student's' Problem when Several Different Population Variances are Involved",
 * Biometrika 34, which does not take the arms to spread alike.
 *
 * @param estimate in the unit of the outcome, or as a share of the controls' value
 * @param standardError in the same unit, above 0
 * @param degreesOfFreedom of Student's distribution, above 0
 * @param units of both arms together
 */
public record Difference(
        double estimate, double standardError, double degreesOfFreedom, long units) {

    public Difference {
        Bounds.finite("the difference", estimate);
        Bounds.positive("the standard error", standardError);
        Bounds.positive("the degrees of freedom", degreesOfFreedom);
        Bounds.positive("the number of units", units);
    }

    /**
     * {@code treated − control} with the standard error {@code √(s²t/nt + s²c/nc)} and the degrees
     * of freedom of Welch and Satterthwaite, {@code (s²t/nt + s²c/nc)² ÷ ((s²t/nt)²/(nt − 1) +
     * (s²c/nc)²/(nc − 1))}. Empty where neither arm varies: there is then no scale to judge a
     * difference by.
     */
    public static Optional<Difference> absolute(Arm treated, Arm control) {
        double estimate = treated.value() - control.value();
        return of(estimate, treated.variance() + control.variance(), treated, control);
    }

    /**
     * {@code treated ÷ control − 1}, by the delta method with the standard error {@code √(s²t/nt +
     * (treated ÷ control)² s²c/nc) ÷ control} and the degrees of freedom of the absolute
     * difference. Empty where neither arm varies, or where the controls' value is not above 0 and a
     * share of it would say nothing. Not to be trusted where the controls' value is within about
     * three of its own standard errors from 0 (Franz 2007, "Ratios: A short guide to confidence
     * limits and proper use").
     */
    public static Optional<Difference> relative(Arm treated, Arm control) {
        if (control.value() <= 0) {
            return Optional.empty();
        }
        double ratio = treated.value() / control.value();
        double variance =
                (treated.variance() + ratio * ratio * control.variance())
                        / (control.value() * control.value());
        return of(ratio - 1, variance, treated, control);
    }

    static Optional<Difference> of(double estimate, double variance, Arm treated, Arm control) {
        double ofTreated = treated.variance();
        double ofControl = control.variance();
        double both = ofTreated + ofControl;
        if (variance <= 0 || both <= 0) {
            return Optional.empty();
        }
        double shareOfTreated = ofTreated / both;
        double shareOfControl = ofControl / both;
        double degrees =
                1
                        / (shareOfTreated * shareOfTreated / (treated.units() - 1)
                                + shareOfControl * shareOfControl / (control.units() - 1));
        return Optional.of(
                new Difference(
                        estimate, Math.sqrt(variance), degrees, treated.units() + control.units()));
    }

    /**
     * {@code estimate ± t · standardError} with the {@code (1 + level) ÷ 2} quantile of Student's
     * distribution. It holds for one look at a time that was fixed in advance; for more looks see
     * {@link ConfidenceSequence}.
     *
     * @param level such as .95, between 0 and 1
     */
    public Interval interval(double level) {
        return interval(level, Alternative.TWO_SIDED);
    }

    /** The side on which no difference would count as an effect has no end. */
    public Interval interval(double level, Alternative alternative) {
        Bounds.between("the level", level, 0, 1);
        double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
        double reach = student().inverseSurvivalProbability(tail) * standardError;
        return switch (alternative) {
            case TWO_SIDED -> new Interval(estimate - reach, estimate + reach);
            case GREATER -> new Interval(estimate - reach, Double.POSITIVE_INFINITY);
            case LESSER -> new Interval(Double.NEGATIVE_INFINITY, estimate + reach);
        };
    }

    /** How often chance alone would make a difference at least as great, to either side. */
    public double pValue() {
        return pValue(Alternative.TWO_SIDED);
    }

    /** From 0 to 1: {@code P(|T| ≥ |t|)}, {@code P(T ≥ t)} or {@code P(T ≤ t)}. */
    public double pValue(Alternative alternative) {
        double t = estimate / standardError;
        return switch (alternative) {
            case TWO_SIDED -> 2 * student().survivalProbability(Math.abs(t));
            case GREATER -> student().survivalProbability(t);
            case LESSER -> student().cumulativeProbability(t);
        };
    }

    private TDistribution student() {
        return TDistribution.of(degreesOfFreedom);
    }
}
