package io.enablement.impact.did;

import java.util.List;

/**
 * Cells averaged in one of the ways of Callaway and Sant'Anna (2021, section 3).
 *
 * @param overall one number for all
 * @param points by group, event time or calendar time, ascending; none for {@link Kind#SIMPLE}
 * @param criticalValue by which the errors of the points are multiplied for bands that hold for all
 *     of them at once; NaN without a bootstrap
 */
public record Aggregate(Kind kind, Estimate overall, List<Point> points, double criticalValue) {

    public enum Kind {
        /** Over all cells from the start on, by size of the group. */
        SIMPLE,
        /** Over the times of each group; overall by size of the group. */
        GROUP,
        /** Over the groups by periods since their start; overall from the start on. */
        DYNAMIC,
        /** Over the groups at each time; overall over the times. */
        CALENDAR
    }

    /**
     * One of the averages.
     *
     * @param at the group, event time or calendar time
     * @param bandLow lower end of the simultaneous band; NaN without a bootstrap
     * @param cells averaged here
     */
    public record Point(int at, Estimate estimate, double bandLow, double bandHigh, int cells) {}
}
