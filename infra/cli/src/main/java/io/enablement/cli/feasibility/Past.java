package io.enablement.cli.feasibility;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.experiment.Feasibility;
import io.enablement.impact.feasibility.Plan;
import io.enablement.impact.feasibility.PlannedAudience;
import io.enablement.impact.panel.HistoryReader;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.panel.TimeScale;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the organisation's own months say about the reps of a planned programme. */
final class Past {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final ClickHouse clickHouse;
    private final SalesHistory history;

    private Past(ClickHouse clickHouse, SalesHistory history) {
        this.clickHouse = clickHouse;
        this.history = history;
    }

    static Past of(ClickHouse clickHouse) {
        return new Past(
                clickHouse,
                clickHouse.run(connection -> HistoryReader.ofNewest(connection).read()));
    }

    SalesHistory history() {
        return history;
    }

    /** The newest definition of a programme. */
    Definition definition(String programme) {
        List<Definition> definitions = history.programmes().get(programme);
        if (definitions == null) {
            throw new UsageException(
                    "There is no programme '%s'. There are: %s"
                            .formatted(
                                    programme, String.join(", ", history.programmes().keySet())));
        }
        return new Registration(definitions).newest();
    }

    Plan plan(PastOptions options) {
        boolean ofProgramme = !options.programme().isEmpty();
        Definition definition = ofProgramme ? definition(options.programme()) : null;
        PlannedAudience audience =
                ofProgramme && options.roles().isEmpty() && options.regions().isEmpty()
                        ? new PlannedAudience(definition.roles(), definition.regions())
                        : new PlannedAudience(options.roles(), options.regions());
        Outcome outcome = options.outcome(ofProgramme ? definition.primaryMetric() : "");
        return plan(outcome, audience.reps(history), options.months());
    }

    private Plan plan(Outcome outcome, int[] reps, int months) {
        int last = history.lastMatureMonth();
        return Plan.of(new OutcomeMonths(history, outcome), reps, last - months + 1, last)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "These reps (%d) have no %s that varies in the last %d mature months: nothing can be planned with it"
                                                .formatted(reps.length, outcome.id(), months)));
    }

    static String words(Plan plan) {
        return "%s of %d reps (%d of them at the end), %s to %s: %s"
                .formatted(
                        plan.outcome().id(),
                        plan.history().reps(),
                        plan.repsNow(),
                        TimeScale.MONTH.format(plan.firstMonth()),
                        TimeScale.MONTH.format(plan.lastMonth()),
                        String.format(
                                Locale.ROOT,
                                "baseline %.4g, %.2f %s per rep and month, intraclass correlation %.3f",
                                plan.history().baseline(),
                                plan.history().resultsPerMonth(),
                                plan.isOfDeals() ? "deals" : "results",
                                plan.history().correlation()));
    }

    /** Keeps what is expected, with the time of the data that it was said with. */
    void record(String programme, Plan plan, Feasibility asked) {
        Map<String, Object> row = new HashMap<>();
        row.put("programme_id", programme);
        row.put("as_of", MOMENT.format(history.published().asOf()));
        row.put("outcome", plan.outcome().id());
        row.put("baseline", plan.history().baseline());
        row.put("expected_effect", asked.lift());
        row.put("reps", asked.audience().reps());
        asked.detectable().ifPresent(lift -> row.put("mde", lift));
        asked.monthsNeeded().ifPresent(months -> row.put("months", months));
        clickHouse.insert("programme_forecast", List.of(row));
    }
}
