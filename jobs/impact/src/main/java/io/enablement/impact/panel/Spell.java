package io.enablement.impact.panel;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a rep's employment in which nothing changed.
 *
 * @param from its first moment
 * @param until its first moment no more; null while it goes on
 * @param works whether the rep was employed, and not on leave
 */
public record Spell(
        String rep,
        Instant from,
        Instant until,
        String team,
        String role,
        String region,
        boolean works) {

    Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    /** Whether a part of it lies between the two moments, the second one left out. */
    boolean isWithin(Instant start, Instant end) {
        return from.isBefore(end) && (until == null || until.isAfter(start));
    }
}
