package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import java.util.ArrayList;
import java.util.List;

/**
 * Which reps of a programme's panel start another programme while it is looked at: their outcomes
 * tell of both.
 *
 * @param any share of treated and controls together who start any other; NaN without reps
 * @param others each other programme that somebody starts: one row of the matrix of programmes
 */
public record Overlap(double any, List<Other> others) {

    /**
     * Another programme.
     *
     * @param treated share of the treated who start it in the window; NaN without treated
     * @param controls share of the controls; NaN without controls
     * @param both share of treated and controls together
     */
    public record Other(
            String programme,
            double treated,
            double controls,
            double both,
            int treatedReps,
            int controlReps) {}

    /**
     * The greatest share of treated and controls together who start one other programme; 0 where
     * nobody does. One that reaches many of them cannot be told apart from this one; several that
     * reach a few each mostly can.
     */
    public double greatest() {
        return others.stream().mapToDouble(Other::both).max().orElse(0);
    }

    /** The window is from the first month of any cohort to the last month of the panel. */
    public static Overlap of(SalesHistory history, ProgrammePanel panel, String programme) {
        int first = Panel.NEVER;
        for (int cohort : panel.panel().cohorts()) {
            first = Math.min(first, cohort);
        }
        List<Other> others = new ArrayList<>();
        boolean[] starts = new boolean[panel.reps().length];
        for (String other : history.exposures().programmes()) {
            if (!other.equals(programme)) {
                count(history, panel, other, first, starts).ifStarted(others);
            }
        }
        int started = 0;
        for (boolean each : starts) {
            started += each ? 1 : 0;
        }
        return new Overlap(
                starts.length == 0 ? Double.NaN : (double) started / starts.length, others);
    }

    private static Count count(
            SalesHistory history, ProgrammePanel panel, String other, int first, boolean[] starts) {
        Count count = new Count(other, panel.treated(), starts.length - panel.treated());
        for (int unit = 0; unit < starts.length; unit++) {
            int month = history.exposures().month(other, Basis.ASSIGNED, panel.reps()[unit]);
            if (month >= first && month <= panel.lastMonth()) {
                starts[unit] = true;
                count.add(panel.panel().cohorts()[unit] <= panel.lastMonth());
            }
        }
        return count;
    }

    /** Reps who start one other programme. */
    private static final class Count {

        private final String programme;
        private final int allTreated;
        private final int allControls;
        private int treated;
        private int controls;

        Count(String programme, int allTreated, int allControls) {
            this.programme = programme;
            this.allTreated = allTreated;
            this.allControls = allControls;
        }

        void add(boolean isTreated) {
            if (isTreated) {
                treated++;
            } else {
                controls++;
            }
        }

        void ifStarted(List<Other> others) {
            if (treated + controls > 0) {
                others.add(
                        new Other(
                                programme,
                                allTreated == 0 ? Double.NaN : (double) treated / allTreated,
                                allControls == 0 ? Double.NaN : (double) controls / allControls,
                                (double) (treated + controls) / (allTreated + allControls),
                                treated,
                                controls));
            }
        }
    }
}
