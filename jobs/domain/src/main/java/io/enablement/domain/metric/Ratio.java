package io.enablement.domain.metric;

import java.util.OptionalDouble;

/** Two exact integers that are divided last, so that a quarter is the sum of its months. */
public record Ratio(long numerator, long denominator) {

    public static final Ratio NONE = new Ratio(0, 0);

    public Ratio plus(Ratio other) {
        return new Ratio(numerator + other.numerator, denominator + other.denominator);
    }

    /** Empty where the denominator is zero: a value of zero would claim a result. */
    public OptionalDouble value() {
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) numerator / denominator);
    }
}
