package io.enablement.streaming.state;

import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.rep.GrowingTally;
import io.enablement.domain.rep.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What reps change in cohorts, added up for each month of a cohort before it is sent. Nothing stays
 * behind a checkpoint barrier, therefore it is no state.
 */
final class CohortChanges {

    /** Of memory; beyond it the same month is sent more than once. */
    private static final int MOST_MONTHS = 10_000;

    private final Map<CohortMonth, GrowingTally> changes = new LinkedHashMap<>();
    private final Consumer<CohortTally> out;

    CohortChanges(Consumer<CohortTally> out) {
        this.out = out;
    }

    void add(CohortMonth month, Tally change) {
        changes.computeIfAbsent(month, first -> new GrowingTally()).add(change);
        if (changes.size() >= MOST_MONTHS) {
            send();
        }
    }

    void send() {
        for (Map.Entry<CohortMonth, GrowingTally> each : changes.entrySet()) {
            Tally change = each.getValue().tally();
            if (!change.isZero()) {
                out.accept(new CohortTally(each.getKey(), change));
            }
        }
        changes.clear();
    }
}
