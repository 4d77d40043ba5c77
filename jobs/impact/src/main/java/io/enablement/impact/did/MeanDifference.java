package io.enablement.impact.did;

/**
 * The plain difference of two weighted means, E[Δ | treated] − E[Δ | controls]. With w the weights
 * and W their sums, a treated unit adds φ = w (Δ − mean) ÷ W to the error, and a control − w (Δ −
 * mean) ÷ W (Callaway and Sant'Anna 2021, theorem 2, without covariates).
 */
final class MeanDifference implements Fit {

    private final Comparison comparison;
    private final Change change;
    private final Mean treated = new Mean();
    private final Mean controls = new Mean();

    MeanDifference(Comparison comparison, Change change) {
        this.comparison = comparison;
        this.change = change;
        comparison.eachTreated(place -> treated.add(place, comparison.design(), change));
        comparison.eachControl(place -> controls.add(place, comparison.design(), change));
    }

    @Override
    public double value() {
        return treated.value() - controls.value();
    }

    @Override
    public int treated() {
        return treated.count;
    }

    @Override
    public int controls() {
        return controls.count;
    }

    @Override
    public double treatedWeight() {
        return treated.weight;
    }

    @Override
    public String reason() {
        return "";
    }

    @Override
    public void addInfluence(double factor, double[] influence) {
        comparison.eachTreated(place -> add(treated, place, factor, influence));
        comparison.eachControl(place -> add(controls, place, -factor, influence));
    }

    private void add(Mean mean, int place, double factor, double[] influence) {
        if (change.isKnown(place)) {
            double distance = change.of(place) - mean.value();
            influence[place] += factor * comparison.design().weight(place) * distance / mean.weight;
        }
    }

    private static final class Mean {

        private int count;
        private double weight;
        private double sum;

        void add(int place, Design design, Change change) {
            if (change.isKnown(place)) {
                count++;
                weight += design.weight(place);
                sum += design.weight(place) * change.of(place);
            }
        }

        double value() {
            return sum / weight;
        }
    }
}
