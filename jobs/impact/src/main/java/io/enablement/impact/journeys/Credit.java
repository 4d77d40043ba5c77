package io.enablement.impact.journeys;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What a model gives each channel, in the order of {@link Journeys#channels()}. */
public final class Credit {

    private final double[] conversions;
    private final double[] values;
    private final double[] removalEffects;

    private Credit(double[] conversions, double[] values, double[] removalEffects) {
        this.conversions = conversions;
        this.values = values;
        this.removalEffects = removalEffects;
    }

    static Credit of(double[] conversions, double[] values) {
        return new Credit(conversions, values, new double[0]);
    }

    /** Everything that was won with a touch, divided in proportion to the effects. */
    static Credit byRemoval(double[] removalEffects, Journeys journeys) {
        double sum = Arrays.stream(removalEffects).filter(effect -> effect > 0).sum();
        double conversions = sum == 0 ? 0 : (journeys.won() - journeys.wonUntouched()) / sum;
        double value = sum == 0 ? 0 : (journeys.value() - journeys.valueUntouched()) / sum;
        return new Credit(
                Arrays.stream(removalEffects)
                        .map(effect -> sum == 0 ? 0 : effect * conversions)
                        .toArray(),
                Arrays.stream(removalEffects)
                        .map(effect -> sum == 0 ? 0 : effect * value)
                        .toArray(),
                removalEffects);
    }

    public double conversions(int channel) {
        return conversions[channel];
    }

    public double value(int channel) {
        return values[channel];
    }

    /** Of all credited conversions, 0 to 1. Empty where nothing was won with a touch. */
    public OptionalDouble share(int channel) {
        double sum = Arrays.stream(conversions).sum();
        return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of(conversions[channel] / sum);
    }

    /**
     * 1 − P(win without the channel) ÷ P(win), 0 to 1. Empty where nothing was won, and for models
     * that remove nothing.
     */
    public OptionalDouble removalEffect(int channel) {
        return removalEffects.length == 0 || Double.isNaN(removalEffects[channel])
                ? OptionalDouble.empty()
                : OptionalDouble.of(removalEffects[channel]);
    }
}
