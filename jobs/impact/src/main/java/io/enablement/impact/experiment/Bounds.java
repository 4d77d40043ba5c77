package io.enablement.impact.experiment;

/** Refuses numbers that no formula of this package has an answer for. */
final class Bounds {

    private Bounds() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is %s, not a number".formatted(name, value));
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (finite(name, value) < 0) {
            throw new IllegalArgumentException("%s is %s, below 0".formatted(name, value));
        }
        return value;
    }

    static double positive(String name, double value) {
        if (finite(name, value) <= 0) {
            throw new IllegalArgumentException("%s is %s, not above 0".formatted(name, value));
        }
        return value;
    }

    /** Both ends excluded. */
    static double between(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(
                    "%s is %s, not between %s and %s".formatted(name, value, low, high));
        }
        return value;
    }
}
