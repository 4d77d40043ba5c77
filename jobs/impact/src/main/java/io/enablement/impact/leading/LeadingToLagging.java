package io.enablement.impact.leading;

import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.ProgrammeMonth;
import io.enablement.impact.panel.SalesHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * How well each leading metric of a programme said, rep by rep, a lagging metric one median cycle
 * later. What travels together need not be the cause.
 *
 * @param lagMonths one median cycle in whole months, at least 1
 */
public record LeadingToLagging(
        LeadingMetric leading, String lagging, int lagMonths, Foresight foresight) {

    private static final double DAYS_OF_MONTH = 365.25 / 12;

    /**
     * @param reps whom the programme is for, or whom it has reached
     * @param activities of the programme
     */
    public static List<LeadingToLagging> of(
            OutcomeMonths outcome, int[] reps, List<ProgrammeMonth> activities) {
        List<LeadingToLagging> all = new ArrayList<>();
        for (LeadingMetric metric : LeadingMetric.values()) {
            if (activities.stream().anyMatch(each -> metric.above(each) > 0)) {
                int lag = lagMonths(outcome.history().published().medianCycleDays());
                all.add(
                        new LeadingToLagging(
                                metric,
                                outcome.outcome().id(),
                                lag,
                                foresight(metric, outcome, reps, activities, lag)));
            }
        }
        return all;
    }

    /** 1 where no cycle is known. */
    static int lagMonths(double medianCycleDays) {
        return Double.isNaN(medianCycleDays)
                ? 1
                : (int) Math.max(1, Math.round(medianCycleDays / DAYS_OF_MONTH));
    }

    private static Foresight foresight(
            LeadingMetric metric,
            OutcomeMonths outcome,
            int[] reps,
            List<ProgrammeMonth> activities,
            int lag) {
        SalesHistory history = outcome.history();
        int first = history.sales().firstMonth();
        int last = history.lastMatureMonth() - lag;
        long[][] above = new long[history.sales().reps().size()][];
        long[][] below = new long[above.length][];
        for (int rep : reps) {
            above[rep] = new long[Math.max(0, last - first + 1)];
            below[rep] = new long[Math.max(0, last - first + 1)];
        }
        for (ProgrammeMonth each : activities) {
            if (above[each.rep()] != null && each.month() >= first && each.month() <= last) {
                above[each.rep()][each.month() - first] += metric.above(each);
                below[each.rep()][each.month() - first] += metric.below(each);
            }
        }
        Foresight foresight = new Foresight();
        for (int month = first; month <= last; month++) {
            for (int rep : reps) {
                if (metric.stays() && month > first) {
                    above[rep][month - first] += above[rep][month - first - 1];
                    below[rep][month - first] += below[rep][month - first - 1];
                }
                double leading = metric.value(above[rep][month - first], below[rep][month - first]);
                double lagging = outcome.value(rep, month + lag);
                if (!Double.isNaN(leading)
                        && !Double.isNaN(lagging)
                        && history.worked().in(rep, month)) {
                    foresight.add(leading, lagging);
                }
            }
            foresight.nextMonth();
        }
        return foresight;
    }
}
