package io.enablement.impact.journeys;

/**
 * Credit by the Shapley value of the game in which a set of channels is worth the wins of the
 * journeys that touched no others. Each win belongs to the sets that contain all of its channels,
 * so that its Shapley value is an equal split over its distinct channels (Zhao, Mahboobi and
 * Bagheri 2018); journeys that were lost are worth nothing.
 */
public final class Shapley implements CreditModel {

    @Override
    public String label() {
        return "shapley";
    }

    @Override
    public Credit credit(Journeys journeys) {
        double[] conversions = new double[journeys.channels().size()];
        double[] values = new double[conversions.length];
        for (int path = 0; path < journeys.paths(); path++) {
            int[] distinct = journeys.distinct(path);
            for (int channel : distinct) {
                conversions[channel] += (double) journeys.won(path) / distinct.length;
                values[channel] += journeys.value(path) / distinct.length;
            }
        }
        return Credit.of(conversions, values);
    }
}
