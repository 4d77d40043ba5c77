package io.enablement.domain.attribution;

/**
 * When the touches of one journey happened, and what their weights are measured against.
 *
 * @param touchedMicros one for each touch, in the order of the journey
 * @param qualifiedMicros {@code null} for a deal that was never qualified
 * @param halfLifeDays age at which a touch has half the weight of one at the close
 */
public record TouchTimes(
        long[] touchedMicros, Long qualifiedMicros, long closedMicros, double halfLifeDays) {

    static final long MICROS_PER_DAY = 86_400_000_000L;

    public TouchTimes {
        if (!(halfLifeDays > 0) || Double.isInfinite(halfLifeDays)) {
            throw new IllegalArgumentException(
                    "the half-life must be more than 0 days, not " + halfLifeDays);
        }
        for (int place = 1; place < touchedMicros.length; place++) {
            if (touchedMicros[place] < touchedMicros[place - 1]) {
                throw new IllegalArgumentException(
                        "touch " + place + " is earlier than the one before it");
            }
        }
    }

    int touches() {
        return touchedMicros.length;
    }

    /** How much older a touch is than the last one of the journey. */
    double daysBeforeLast(int place) {
        return (double) (touchedMicros[touches() - 1] - touchedMicros[place]) / MICROS_PER_DAY;
    }

    /**
     * The place of the last touch before the deal was qualified; −1 where there is none: it was
     * never qualified, before every touch, or only after its close.
     */
    int lastBeforeQualified() {
        if (qualifiedMicros == null || qualifiedMicros > closedMicros) {
            return -1;
        }
        int place = touches() - 1;
        while (place >= 0 && touchedMicros[place] >= qualifiedMicros) {
            place--;
        }
        return place;
    }
}
