package io.enablement.impact.experiment;

import java.util.Optional;

/**
 * A difference in means without the part of the outcomes that was there before the start: Deng, Xu,
 * Kohavi and Walker (2013), "Improving the Sensitivity of Online Controlled Experiments by
 * Utilizing Pre-Experiment Data" (CUPED). The treatment must not have reached the value before the
 * start.
 *
 * <p>A unit without such a value is given the mean of all units that have one, and so is not
 * adjusted at all. Whether it has one was settled before chance assigned it: the difference stays
 * unbiased, and only less of the variance goes.
 */
public final class Cuped {

    private final PairedSample treated;
    private final PairedSample control;

    private Cuped(PairedSample treated, PairedSample control) {
        this.treated = treated;
        this.control = control;
    }

    /** Empty where an arm has fewer than two units. */
    public static Optional<Cuped> of(PrePeriodArm treated, PrePeriodArm control) {
        double before = treated.known().plus(control.known()).meanX();
        Cuped cuped = new Cuped(treated.filledWith(before), control.filledWith(before));
        return cuped.treated.units() < 2 || cuped.control.units() < 2
                ? Optional.empty()
                : Optional.of(cuped);
    }

    /**
     * How much of the outcome goes with one unit of the value before the start: {@code (sxy,t/nt +
     * sxy,c/nc) ÷ (s²x,t/nt + s²x,c/nc)}, which makes the variance of the difference least. From
     * deviations within the arms, so that the effect itself is not in it. 0 where the value does
     * not vary.
     */
    public double theta() {
        double ofBefore =
                perUnit(treated, treated.deviationsXx()) + perUnit(control, control.deviationsXx());
        return ofBefore == 0
                ? 0
                : (perUnit(treated, treated.deviationsXy())
                                + perUnit(control, control.deviationsXy()))
                        / ofBefore;
    }

    /**
     * The share of the variance of the plain difference that is gone, from 0 to 1: the square of
     * the correlation of outcome and value before. 0 where nothing varies.
     */
    public double varianceReduction() {
        double plain =
                perUnit(treated, treated.deviationsYy()) + perUnit(control, control.deviationsYy());
        double adjusted =
                adjusted(treated, theta()).variance() + adjusted(control, theta()).variance();
        return plain == 0 ? 0 : Math.max(0, 1 - adjusted / plain);
    }

    /**
     * {@code (ȳt − ȳc) − θ(x̄t − x̄c)}, judged as {@link Difference#absolute}; θ is taken as given,
     * which needs some tens of units. Empty where nothing varies.
     */
    public Optional<Difference> absolute() {
        return Difference.absolute(adjusted(treated, theta()), adjusted(control, theta()));
    }

    /**
     * The absolute difference {@code Δ} as a share of the controls' plain mean {@code ȳc}. By the
     * delta method its variance is {@code (var Δ + 2 r a + r² s²y,c/nc) ÷ ȳc²} with {@code r = Δ ÷
     * ȳc} and {@code a = (s²y,c − θ sxy,c) ÷ nc}. Empty where nothing varies or {@code ȳc} is not
     * above 0.
     */
    public Optional<Difference> relative() {
        double base = control.meanY();
        if (base <= 0) {
            return Optional.empty();
        }
        double theta = theta();
        Arm treatedArm = adjusted(treated, theta);
        Arm controlArm = adjusted(control, theta);
        double ratio = (treatedArm.value() - controlArm.value()) / base;
        double ofBase = perUnit(control, control.deviationsYy());
        double shared = ofBase - theta * perUnit(control, control.deviationsXy());
        double variance =
                treatedArm.variance()
                        + controlArm.variance()
                        + 2 * ratio * shared
                        + ratio * ratio * ofBase;
        return Difference.of(ratio, variance / (base * base), treatedArm, controlArm);
    }

    /** The arm of {@code y − θx}. */
    private static Arm adjusted(PairedSample arm, double theta) {
        double deviations =
                arm.deviationsYy()
                        - 2 * theta * arm.deviationsXy()
                        + theta * theta * arm.deviationsXx();
        return new Arm(
                arm.units(),
                arm.meanY() - theta * arm.meanX(),
                Math.max(0, deviations) / (arm.units() - 1));
    }

    /** The variance, or covariance, of a mean. */
    private static double perUnit(PairedSample arm, double deviations) {
        return deviations / (arm.units() - 1) / arm.units();
    }
}
