package io.enablement.impact.journeys;

import java.util.List;

/**
 * Closed journeys that went through the same channels, counted together.
 *
 * @param channels one for each touch, in order; none where nothing was touched
 * @param won how many of them converted
 * @param lost how many of them ended without
 * @param value of all that converted, together; not negative
 */
public record Journey(List<String> channels, long won, long lost, double value) {

    public Journey {
        channels = List.copyOf(channels);
        if (won < 0 || lost < 0 || !(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "journeys are not counted by %d, %d and %s".formatted(won, lost, value));
        }
        if (won == 0 && value > 0) {
            throw new IllegalArgumentException("journeys that were not won have no value");
        }
    }
}
