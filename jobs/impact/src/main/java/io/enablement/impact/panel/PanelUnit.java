package io.enablement.impact.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the lines of one unit say, in any order. */
final class PanelUnit {

    private final PanelRow first;

    /** Of the earliest period so far. */
    private PanelRow earliest;

    private int count;
    private int[] times = new int[4];
    private double[] outcomes = new double[4];

    PanelUnit(PanelRow first) {
        this.first = first;
        this.earliest = first;
    }

    void add(PanelRow row, PanelColumns columns, List<String> problems) {
        if (contains(row.time())) {
            problems.add(
                    "line %d: unit %s has this period already; a unit has one line a period"
                            .formatted(row.line(), row.unit()));
            return;
        }
        if (row.cohort() != first.cohort()) {
            report(row, columns.cohort(), "a unit starts once", problems);
        }
        if (row.weight() != first.weight()) {
            report(row, columns.weight(), "a unit has one weight", problems);
        }
        if (!row.cluster().equals(first.cluster())) {
            report(row, columns.cluster(), "a unit belongs to one cluster", problems);
        }
        append(row);
    }

    String name() {
        return first.unit();
    }

    int cohort() {
        return first.cohort();
    }

    double weight() {
        return first.weight();
    }

    String cluster() {
        return first.cluster();
    }

    double[] covariates() {
        return earliest.covariates();
    }

    IntStream times() {
        return Arrays.stream(times, 0, count);
    }

    /** Writes its outcomes where a panel has them. */
    void fill(double[] panel, int place, int units, int[] periods) {
        for (int each = 0; each < count; each++) {
            panel[Arrays.binarySearch(periods, times[each]) * units + place] = outcomes[each];
        }
    }

    private boolean contains(int time) {
        for (int each = 0; each < count; each++) {
            if (times[each] == time) {
                return true;
            }
        }
        return false;
    }

    private void append(PanelRow row) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            outcomes = Arrays.copyOf(outcomes, 2 * count);
        }
        times[count] = row.time();
        outcomes[count] = row.outcome();
        count++;
        earliest = row.time() < earliest.time() ? row : earliest;
    }

    private void report(PanelRow row, String column, String rule, List<String> problems) {
        problems.add(
                "line %d, column %s: is not what line %d says of unit %s; %s"
                        .formatted(row.line(), column, first.line(), row.unit(), rule));
    }
}
