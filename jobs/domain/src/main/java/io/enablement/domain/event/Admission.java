package io.enablement.domain.event;

import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Decides by an event alone whether it may enter: it must make sense, must not have been recorded
 * later than the horizon allows, and must not come from the future of the log.
 */
public record Admission(int horizonMonths) implements Serializable {

    private static final long SHORTEST_MONTH_MICROS = 28 * Moment.MICROS_PER_DAY;

    public static final Admission DEFAULT = new Admission(36);

    /** Empty where the event may enter. The log's clock is that of the Kafka record. */
    public Optional<Rejection> refuse(Event event, long logMicros) {
        Optional<String> problem = event.problem();
        if (problem.isPresent()) {
            return Optional.of(new Rejection(Rejection.Reason.INVALID, problem.get()));
        }
        Envelope envelope = event.envelope();
        if (isAhead(envelope.occurredAtMicros(), logMicros)) {
            return Optional.of(future("occurred_at"));
        }
        if (isAhead(envelope.recordedAtMicros(), logMicros)) {
            return Optional.of(future("recorded_at"));
        }
        if (event.occurred().isKnown() && isTooLate(envelope)) {
            return Optional.of(
                    new Rejection(
                            Rejection.Reason.TOO_LATE,
                            "recorded more than " + horizonMonths + " months after it happened"));
        }
        return Optional.empty();
    }

    private boolean isTooLate(Envelope envelope) {
        long late = envelope.recordedAtMicros() - envelope.occurredAtMicros();
        if (late <= horizonMonths * SHORTEST_MONTH_MICROS) {
            return false;
        }
        return BusinessCalendar.instant(envelope.occurredAtMicros())
                .atOffset(ZoneOffset.UTC)
                .plusMonths(horizonMonths)
                .toInstant()
                .isBefore(BusinessCalendar.instant(envelope.recordedAtMicros()));
    }

    private static boolean isAhead(long micros, long logMicros) {
        return micros - Moment.MICROS_PER_DAY > logMicros;
    }

    private static Rejection future(String field) {
        return new Rejection(
                Rejection.Reason.FUTURE, field + " is more than a day ahead of the log");
    }
}
