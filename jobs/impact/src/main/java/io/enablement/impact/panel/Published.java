package io.enablement.impact.panel;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The published checkpoint of one generation that is read.
 *
 * @param asOf until when anything has happened in it
 * @param currency of all amounts, ISO 4217
 * @param medianCycleDays of all deals won; NaN where none was
 */
public record Published(
        long generation,
        long checkpoint,
        Instant asOf,
        ZoneId zone,
        String currency,
        double medianCycleDays) {

    Published withMedianCycle(double days) {
        return new Published(generation, checkpoint, asOf, zone, currency, days);
    }
}
