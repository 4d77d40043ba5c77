package io.enablement.impact.experiment;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the arms are as large as chance should have made them: Pearson's chi-square (1900). Where
 * they are not, units went missing in a way that has to do with their arm, and no difference can be
 * trusted (Fabijan and others 2019, "Diagnosing Sample Ratio Mismatch in Online Controlled
 * Experiments").
 *
 * @param chiSquare not negative
 * @param pValue from 0 to 1
 */
public record SampleRatio(double chiSquare, double pValue) {

    /** Below it the ratio is no chance. */
    public static final double MISMATCH = .001;

    /**
     * {@code Σ(observed − expected)² ÷ expected}, with one degree of freedom less than there are
     * arms. Empty where all arms are empty.
     *
     * @param observed units of each arm, at least two arms
     * @param shares what was meant for each arm, above 0; they need not add up to 1
     */
    public static Optional<SampleRatio> of(long[] observed, double[] shares) {
        check(observed, shares);
        double units = LongStream.of(observed).sum();
        if (units == 0) {
            return Optional.empty();
        }
        double allShares = Arrays.stream(shares).sum();
        double chiSquare = 0;
        for (int arm = 0; arm < observed.length; arm++) {
            double expected = units * shares[arm] / allShares;
            double apart = observed[arm] - expected;
            chiSquare += apart * apart / expected;
        }
        double pValue =
                ChiSquaredDistribution.of(observed.length - 1.0).survivalProbability(chiSquare);
        return Optional.of(new SampleRatio(chiSquare, pValue));
    }

    /** Whether {@code p < .001}. */
    public boolean isMismatch() {
        return pValue < MISMATCH;
    }

    private static void check(long[] observed, double[] shares) {
        if (observed.length < 2 || observed.length != shares.length) {
            throw new IllegalArgumentException(
                    "%d arms and %d shares: there must be as many, at least two"
                            .formatted(observed.length, shares.length));
        }
        for (int arm = 0; arm < observed.length; arm++) {
            Bounds.notNegative("the number of units of arm " + (arm + 1), observed[arm]);
            Bounds.positive("the share of arm " + (arm + 1), shares[arm]);
        }
    }
}
