package io.enablement.impact.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One version of what a programme is meant to be. Where its makers left something out, it is empty
 * or null.
 *
 * @param recordedAt when it was written down
 * @param costMinor time of the participants included
 * @param assignment random, manager or self
 */
public record Definition(
        String programme,
        int version,
        Instant recordedAt,
        String name,
        String owner,
        List<String> roles,
        List<String> regions,
        Instant launchAt,
        Instant paybackEndAt,
        Long costMinor,
        String currency,
        String primaryMetric,
        Instant baselineFrom,
        Instant baselineTo,
        String assignment) {

    public Definition {
        roles = List.copyOf(roles);
        regions = List.copyOf(regions);
    }

    public Optional<Instant> launch() {
        return Optional.ofNullable(launchAt);
    }

    public Optional<Instant> paybackEnd() {
        return Optional.ofNullable(paybackEndAt);
    }

    /** The cost in words, as 400.00 USD; "" where none is named. */
    public String cost() {
        if (costMinor == null) {
            return "";
        }
        try {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return BigDecimal.valueOf(costMinor, digits).toPlainString() + " " + currency;
        } catch (IllegalArgumentException e) {
            return costMinor + " minor units of an unknown currency";
        }
    }

    public boolean isRandom() {
        return assignment.equals("random");
    }

    /** Whether both ends of the baseline window are set. */
    public boolean hasBaseline() {
        return baselineFrom != null && baselineTo != null;
    }

    /** No role or region named means all of them. */
    public boolean isFor(String role, String region) {
        return (roles.isEmpty() || roles.contains(role))
                && (regions.isEmpty() || regions.contains(region));
    }
}
