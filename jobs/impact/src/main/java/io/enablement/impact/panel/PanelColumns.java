package io.enablement.impact.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table make a panel.
 *
 * @param weight "" where all units weigh the same
 * @param cluster "" where each unit is its own
 * @param covariates numbers; of each unit, those of its first period count
 */
public record PanelColumns(
        String unit,
        String time,
        String outcome,
        String cohort,
        String weight,
        String cluster,
        List<String> covariates) {

    public PanelColumns {
        covariates = List.copyOf(covariates);
    }

    public static PanelColumns of(String unit, String time, String outcome, String cohort) {
        return new PanelColumns(unit, time, outcome, cohort, "", "", List.of());
    }

    public PanelColumns withWeight(String column) {
        return new PanelColumns(unit, time, outcome, cohort, column, cluster, covariates);
    }

    public PanelColumns withCluster(String column) {
        return new PanelColumns(unit, time, outcome, cohort, weight, column, covariates);
    }

    public PanelColumns withCovariates(List<String> columns) {
        return new PanelColumns(unit, time, outcome, cohort, weight, cluster, columns);
    }

    /** All that are named. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(unit, time, outcome, cohort));
        if (!weight.isEmpty()) {
            names.add(weight);
        }
        if (!cluster.isEmpty()) {
            names.add(cluster);
        }
        names.addAll(covariates);
        return names;
    }
}
