package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.ProgrammeMonth;
import io.enablement.impact.panel.ProgrammePanel;
import io.enablement.impact.panel.ProgrammePanel.Clusters;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a run has read of one programme, and what follows from its definitions. */
final class ProgrammeInputs {

    private final RunInputs inputs;
    private final SalesHistory history;
    private final String id;
    private final Registration registration;
    private final Definition definition;
    private final List<ProgrammeMonth> activities;
    private final int startMonth;

    ProgrammeInputs(RunInputs inputs, String id) {
        this.inputs = inputs;
        this.history = inputs.history();
        this.id = id;
        List<Definition> definitions = history.programmes().getOrDefault(id, List.of());
        this.registration = definitions.isEmpty() ? null : new Registration(definitions);
        this.definition = registration == null ? null : registration.counting();
        this.activities =
                history.activities().stream().filter(each -> each.programme().equals(id)).toList();
        this.startMonth =
                definition == null || definition.launchAt() == null
                        ? history.sales().firstMonth()
                        : history.employment().month(definition.launchAt());
    }

    String id() {
        return id;
    }

    SalesHistory history() {
        return history;
    }

    OutcomeMonths months(Outcome outcome) {
        return inputs.months(outcome);
    }

    /** Won deals that attribution gives the programme, by equal parts. */
    double attributedDeals() {
        return inputs.attributedDeals().getOrDefault(id, 0.0);
    }

    boolean isDefined() {
        return registration != null;
    }

    /** Null where the programme was never defined. */
    Registration registration() {
        return registration;
    }

    /** The definition that counts; null where the programme was never defined. */
    Definition definition() {
        return definition;
    }

    /** What reps did in the programme. */
    List<ProgrammeMonth> activities() {
        return activities;
    }

    /** Of the launch; without one, the first with sales. */
    int startMonth() {
        return startMonth;
    }

    /** The last one that is mature. */
    int lastMonth() {
        return history.lastMatureMonth();
    }

    /** The last month of the payback window; empty where none is defined. */
    Optional<Integer> paybackMonth() {
        return Optional.ofNullable(definition)
                .flatMap(Definition::paybackEnd)
                .map(end -> history.employment().month(justBefore(end)));
    }

    /** Whether the mature months reach the end of the payback window. */
    boolean isPaybackOver() {
        return paybackMonth().map(end -> lastMonth() >= end).orElse(false);
    }

    int firstOfBaseline() {
        return definition.hasBaseline()
                ? Math.max(
                        history.sales().firstMonth(),
                        history.employment().month(definition.baselineFrom()))
                : history.sales().firstMonth();
    }

    /** The first month after the baseline. */
    int endOfBaseline() {
        int end =
                definition.hasBaseline()
                        ? history.employment().month(justBefore(definition.baselineTo())) + 1
                        : startMonth;
        return Math.min(end, lastMonth() + 1);
    }

    /** The registered metric, else that of the newest definition, else the close rate. */
    Outcome judged() {
        return Outcome.named(definition.primaryMetric()).orElse(Outcome.CLOSE_RATE_COUNT);
    }

    /** Whether the outcome was fixed before the launch, by intention to treat. */
    boolean isRegistered(Basis basis, Outcome outcome) {
        return basis == Basis.ASSIGNED
                && registration
                        .atLaunch()
                        .flatMap(then -> Outcome.named(then.primaryMetric()))
                        .filter(outcome::equals)
                        .isPresent();
    }

    Clusters clusters() {
        return Clusters.of(definition);
    }

    /** The treated and their controls; empty where fewer than two months are mature. */
    Optional<ProgrammePanel> panel(Outcome outcome, Basis basis) {
        return ProgrammePanel.of(
                inputs.months(outcome), registration.newest(), basis, clusters(), startMonth);
    }

    /** The last one that was recorded with data from before the launch. */
    Optional<Forecast> forecast() {
        if (definition == null || definition.launchAt() == null) {
            return Optional.empty();
        }
        return inputs.forecasts().stream()
                .filter(each -> each.programme().equals(id))
                .filter(each -> !each.asOf().isAfter(definition.launchAt()))
                .reduce((earlier, later) -> later);
    }

    /** Whom the programme is for, and whom it has reached. */
    int[] audience() {
        List<Integer> reps = new ArrayList<>();
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            boolean isMeant =
                    history.employment()
                            .label(history.sales().reps().get(rep), startMonth)
                            .filter(
                                    label ->
                                            registration
                                                    .newest()
                                                    .isFor(label.role(), label.region()))
                            .isPresent();
            if (isMeant || history.exposures().reached(id, rep) != Panel.NEVER) {
                reps.add(rep);
            }
        }
        return reps.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Instant justBefore(Instant end) {
        return end.minusNanos(1_000);
    }
}
