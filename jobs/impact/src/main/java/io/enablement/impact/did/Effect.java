package io.enablement.impact.did;

/**
 * A number estimated from the units, with what each of them adds to its error.
 *
 * @param influence by place: φ = ψ ÷ n, so that estimate − truth ≈ Σ φ
 */
record Effect(double value, double[] influence) {

    /** Below this share of the outcomes' magnitude, an error is nothing but rounding. */
    private static final double ROUNDING = 1e-12;

    static Effect of(Design design, Fit fit) {
        double[] influence = new double[design.places()];
        fit.addInfluence(1, influence);
        return new Effect(fit.value(), influence);
    }

    /** Φ of each cluster: the sum over its units. */
    double[] byCluster(Design design) {
        if (design.clusterCount() == design.places()) {
            return influence;
        }
        double[] sums = new double[design.clusterCount()];
        for (int place = 0; place < influence.length; place++) {
            sums[design.cluster(place)] += influence[place];
        }
        return sums;
    }

    /**
     * With the error √(Σ Φ²) over clusters, which is √(mean ψ² ÷ n) where each unit is its own; NaN
     * where nothing varies.
     */
    Estimate estimate(Design design, double level) {
        double squares = 0;
        for (double sum : byCluster(design)) {
            squares += sum * sum;
        }
        double error = Math.sqrt(squares);
        boolean varies = error > ROUNDING * design.magnitude();
        return Estimate.of(value, varies ? error : Double.NaN, level);
    }
}
