package io.enablement.impact.did;

/**
 * What is compared between treated and controls: outcomes of one period, less those of another.
 *
 * @param later by place; NaN where not observed
 * @param earlier by place; zeros where outcomes themselves are compared
 */
record Change(double[] later, double[] earlier) {

    double of(int place) {
        return later[place] - earlier[place];
    }

    boolean isKnown(int place) {
        return !Double.isNaN(later[place] - earlier[place]);
    }
}
