package io.enablement.impact.did;

import java.util.List;

/** Counts the units that effects rest on. */
final class Samples {

    private Samples() {}

    static Sample of(Design design, Estimation estimation, List<Cell> cells) {
        boolean[] treated = new boolean[design.places()];
        boolean[] controls = new boolean[design.places()];
        for (Cell cell : cells) {
            if (cell.isKnown() && cell.isAfterStart()) {
                Comparison comparison =
                        Comparison.of(design, estimation, cell.group(), cell.time(), cell.base());
                comparison.eachTreated(place -> treated[place] = true);
                comparison.eachControl(place -> controls[place] = true);
            }
        }
        return new Sample(
                design.places(),
                count(treated),
                count(controls),
                design.clusterCount(),
                design.treatedClusters(),
                design.incomplete(),
                design.treatedFromTheStart());
    }

    /** Clusters with a treated unit of the cells, or with a control: of which there are fewer. */
    static int smallerArm(Design design, Estimation estimation, List<FittedCell> cells) {
        boolean[] treated = new boolean[design.clusterCount()];
        boolean[] controls = new boolean[design.clusterCount()];
        for (FittedCell each : cells) {
            Cell cell = each.cell();
            Comparison comparison =
                    Comparison.of(design, estimation, cell.group(), cell.time(), cell.base());
            comparison.eachTreated(place -> treated[design.cluster(place)] = true);
            comparison.eachControl(place -> controls[design.cluster(place)] = true);
        }
        return Math.min(count(treated), count(controls));
    }

    private static int count(boolean[] places) {
        int count = 0;
        for (boolean holds : places) {
            count += holds ? 1 : 0;
        }
        return count;
    }
}
