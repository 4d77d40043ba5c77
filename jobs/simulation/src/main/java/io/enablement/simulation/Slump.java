package io.enablement.simulation;

import java.util.ArrayList;
import java.util.List;

/** A bad time that passes by itself, from one day up to another. */
record Slump(long from, long to) {

    private static final double A_HALF_YEAR = 0.2;

    static List<Slump> draw(Timeline timeline, Dice dice) {
        List<Slump> slumps = new ArrayList<>();
        for (int month = 0; month < timeline.months(); month += 6) {
            if (dice.chance(A_HALF_YEAR)) {
                long from = timeline.monthStart(month) + dice.below(90);
                slumps.add(new Slump(from, from + 45 + dice.below(45)));
            }
        }
        return List.copyOf(slumps);
    }

    boolean holdsOn(long day) {
        return day >= from && day < to;
    }
}
