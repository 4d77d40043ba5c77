package io.enablement.impact.did;

/**
 * Which units of a panel were used.
 *
 * @param units used
 * @param treated units of a group with at least one estimated cell from its start on
 * @param controls units that are compared with in such a cell
 * @param clusters of the units used
 * @param treatedClusters with a treated unit
 * @param incomplete dropped because they were not observed in every period
 * @param treatedFromTheStart dropped because they have no period before their start
 */
public record Sample(
        int units,
        int treated,
        int controls,
        int clusters,
        int treatedClusters,
        int incomplete,
        int treatedFromTheStart) {}
