package io.enablement.impact.feasibility;

import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.SalesHistory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whom a programme would be made for.
 *
 * @param roles none means all
 * @param regions none means all
 */
public record PlannedAudience(List<String> roles, List<String> regions) {

    public PlannedAudience {
        roles = List.copyOf(roles);
        regions = List.copyOf(regions);
    }

    /** The reps who work in the last mature month under these labels, by their place. */
    public int[] reps(SalesHistory history) {
        int month = history.lastMatureMonth();
        return month < history.sales().firstMonth()
                ? new int[0]
                : IntStream.range(0, history.sales().reps().size())
                        .filter(
                                rep ->
                                        history.worked().in(rep, month)
                                                && isMeant(history, rep, month))
                        .toArray();
    }

    /** Those of them whom the programme has not reached yet. */
    public int[] repsLeft(SalesHistory history, String programme) {
        return IntStream.of(reps(history))
                .filter(rep -> history.exposures().reached(programme, rep) == Panel.NEVER)
                .toArray();
    }

    private boolean isMeant(SalesHistory history, int rep, int month) {
        return history.employment()
                .label(history.sales().reps().get(rep), month)
                .filter(label -> roles.isEmpty() || roles.contains(label.role()))
                .filter(label -> regions.isEmpty() || regions.contains(label.region()))
                .isPresent();
    }
}
