package io.enablement.domain.attribution;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Retention;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What a company decides before touches can be given credit.
 *
 * @param contentDays how many days before a deal's creation a use of content still counts for it;
 *     the next three the same for trainings, assignments and coaching
 * @param halfLifeDays age at which a touch has half the weight of one at the close
 * @param touchesPerDeal the greatest number of touches of a journey
 * @param horizonMonths no touch counts that happened so much earlier than the close
 */
public record AttributionRules(
        int contentDays,
        int trainingDays,
        int assignmentDays,
        int coachingDays,
        int halfLifeDays,
        int touchesPerDeal,
        int horizonMonths)
        implements Serializable {

    public static final AttributionRules DEFAULT =
            new AttributionRules(90, 90, 90, 90, 30, 200, 36);

    /** A window may reach back one horizon from a close that is learned one horizon later. */
    public Retention touchRetention() {
        return new Retention(2 * horizonMonths);
    }

    long lookbackMicros(TouchType type) {
        int days =
                switch (type) {
                    case CONTENT -> contentDays;
                    case TRAINING -> trainingDays;
                    case ASSIGNMENT -> assignmentDays;
                    case COACHING -> coachingDays;
                    case UNATTRIBUTED -> 0;
                };
        return days * TouchTimes.MICROS_PER_DAY;
    }

    long longestLookbackMicros() {
        return Arrays.stream(TouchType.values()).mapToLong(this::lookbackMicros).max().orElse(0);
    }

    /** One horizon before a close, in months of the calendar. */
    long horizonMicros(long closedMicros) {
        Instant from =
                BusinessCalendar.instant(closedMicros)
                        .atOffset(ZoneOffset.UTC)
                        .minusMonths(horizonMonths)
                        .toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, from);
    }
}
