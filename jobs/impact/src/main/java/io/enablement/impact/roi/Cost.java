package io.enablement.impact.roi;

import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import java.util.Objects;

/**
 * What a programme costs, time of its participants included, and which definition says so.
 *
 * @param minor in the reporting currency; NaN where it is unknown
 * @param source in words; where the cost is unknown, why
 */
public record Cost(double minor, String source) {

    /**
     * The newest definition tells what it came to; what the one at the launch said stands beside.
     */
    public static Cost of(Registration registration, String reportingCurrency) {
        Definition newest = registration.newest();
        if (newest.costMinor() == null) {
            return new Cost(Double.NaN, "the definition names no cost");
        }
        if (newest.costMinor() <= 0) {
            return new Cost(Double.NaN, "the cost is not above 0");
        }
        if (!newest.currency().equals(reportingCurrency)) {
            return new Cost(
                    Double.NaN,
                    "the cost is in %s, not in the reporting currency %s"
                            .formatted(newest.currency(), reportingCurrency));
        }
        return new Cost(
                newest.costMinor(),
                "definition %d%s"
                        .formatted(newest.version(), plan(registration, newest.costMinor())));
    }

    public boolean isKnown() {
        return !Double.isNaN(minor);
    }

    private static String plan(Registration registration, Long cost) {
        return registration
                .atLaunch()
                .filter(launched -> !Objects.equals(launched.costMinor(), cost))
                .filter(launched -> launched.costMinor() != null)
                .map(launched -> "; at the launch it was planned as " + launched.cost())
                .orElse("");
    }
}
