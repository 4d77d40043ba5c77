package io.enablement.impact.run;

import java.time.Instant;

/**
 * What was expected of a programme, as it was recorded.
 *
 * @param asOf until when anything had happened then
 * @param mde NaN where none could be said
 */
public record Forecast(
        String programme, Instant asOf, String outcome, double expectedEffect, double mde) {

    String words() {
        return "%s expected to change by %s, said with data until %s"
                .formatted(outcome, expectedEffect, asOf);
    }
}
