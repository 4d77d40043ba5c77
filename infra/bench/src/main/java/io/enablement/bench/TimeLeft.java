package io.enablement.bench;

import java.util.EnumMap;
import java.util.Map;

/** How long the rounds may still take, from what each lane took last. */
final class TimeLeft {

    private static final int SECONDS_OF_MINUTE = 60;

    private final Map<Lane, Double> seconds = new EnumMap<>(Lane.class);

    /** What a run of the lane takes. */
    void expect(Lane lane, double secondsOfRun) {
        seconds.put(lane, secondsOfRun);
    }

    /**
     * @param next lane of the round, which takes its lanes in their order
     * @param roundsAfter the one that is under way
     */
    double seconds(Lane next, int roundsAfter) {
        double left = 0;
        for (Map.Entry<Lane, Double> each : seconds.entrySet()) {
            int turns = each.getKey().compareTo(next) < 0 ? roundsAfter : roundsAfter + 1;
            left += turns * each.getValue();
        }
        return left;
    }

    /** As in "about 4:05 min". */
    String words(Lane next, int roundsAfter) {
        long whole = Math.round(seconds(next, roundsAfter));
        return "about %d:%02d min".formatted(whole / SECONDS_OF_MINUTE, whole % SECONDS_OF_MINUTE);
    }
}
