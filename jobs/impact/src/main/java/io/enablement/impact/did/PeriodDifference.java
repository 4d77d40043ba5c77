package io.enablement.impact.did;

/**
 * What treated and controls differ by in one period, less what they differ by in another, each with
 * the units that were observed in it.
 */
record PeriodDifference(Fit later, Fit earlier) implements Fit {

    @Override
    public double value() {
        return later.value() - earlier.value();
    }

    @Override
    public int treated() {
        return Math.min(later.treated(), earlier.treated());
    }

    @Override
    public int controls() {
        return Math.min(later.controls(), earlier.controls());
    }

    @Override
    public double treatedWeight() {
        return later.treatedWeight();
    }

    @Override
    public String reason() {
        return later.reason().isEmpty() ? earlier.reason() : later.reason();
    }

    @Override
    public void addInfluence(double factor, double[] influence) {
        later.addInfluence(factor, influence);
        earlier.addInfluence(-factor, influence);
    }
}
