package io.enablement.impact.panel;

/**
 * One line of a panel's file.
 *
 * @param outcome NaN where not observed
 */
record PanelRow(
        long line,
        String unit,
        int time,
        double outcome,
        int cohort,
        double weight,
        String cluster,
        double[] covariates) {}
