package io.enablement.impact.run;

import static io.enablement.impact.run.ResultTable.row;

import io.enablement.impact.did.Aggregate;
import io.enablement.impact.did.Cell;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Sample;
import io.enablement.impact.panel.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The estimates behind one verdict. */
final class EffectRows {

    private final List<Object> key;
    private final OutcomeImpact impact;
    private final List<List<Object>> rows = new ArrayList<>();

    private EffectRows(List<Object> key, OutcomeImpact impact) {
        this.key = key;
        this.impact = impact;
    }

    /**
     * @param key what each row begins with: generation, run, programme, basis and outcome
     */
    static List<List<Object>> of(List<Object> key, OutcomeImpact impact) {
        EffectRows effects = new EffectRows(key, impact);
        effects.addAll();
        return effects.rows;
    }

    private void addAll() {
        impact.result().cells().forEach(this::cell);
        for (Aggregate aggregate : impact.result().aggregates()) {
            aggregate(aggregate);
        }
        impact.robustness().checks().forEach(this::check);
        for (RandomisedComparison.Named each : impact.comparisons()) {
            add(
                    row("experiment", each.name(), "", null, null),
                    row(
                            each.estimate(),
                            each.error(),
                            each.low(),
                            each.high(),
                            null,
                            null,
                            each.p(),
                            each.treated(),
                            each.controls(),
                            ""));
        }
    }

    private void cell(Cell cell) {
        add(
                row(
                        "cell",
                        "",
                        TimeScale.MONTH.format(cell.group()),
                        ReportRows.day(cell.time()),
                        cell.eventTime()),
                numbers(cell.estimate(), cell.treated(), cell.controls(), cell.reason()));
    }

    private void aggregate(Aggregate aggregate) {
        if (aggregate.kind() == Aggregate.Kind.SIMPLE) {
            add(row("simple", "", "", null, null), numbers(aggregate.overall(), ""));
            return;
        }
        for (Aggregate.Point point : aggregate.points()) {
            add(place(aggregate.kind(), point.at()), numbers(point));
        }
    }

    private List<Object> place(Aggregate.Kind kind, int at) {
        return switch (kind) {
            case SIMPLE -> row("simple", "", "", null, null);
            case GROUP -> row("group", "", TimeScale.MONTH.format(at), null, null);
            case DYNAMIC -> row("event", "", "", null, at);
            case CALENDAR -> row("calendar", "", "", ReportRows.day(at), null);
        };
    }

    private void check(Robustness.Check check) {
        String name = check.kind().name().toLowerCase(Locale.ROOT);
        add(
                row(
                        "robustness",
                        check.periods() == 0 ? name : name + "_" + check.periods(),
                        "",
                        null,
                        null),
                numbers(check.estimate(), ""));
    }

    private List<Object> numbers(Estimate estimate, String reason) {
        Sample sample = impact.result().sample();
        return numbers(estimate, sample.treated(), sample.controls(), reason);
    }

    private List<Object> numbers(Aggregate.Point point) {
        List<Object> numbers = numbers(point.estimate(), "");
        numbers.set(4, point.bandLow());
        numbers.set(5, point.bandHigh());
        return numbers;
    }

    private List<Object> numbers(Estimate estimate, int treated, int controls, String reason) {
        return row(
                estimate.value(),
                estimate.error(),
                estimate.low(),
                estimate.high(),
                null,
                null,
                estimate.p(),
                treated,
                controls,
                reason);
    }

    /**
     * @param place part, name, cohort, month and event time
     * @param numbers from the estimate on
     */
    private void add(List<Object> place, List<Object> numbers) {
        List<Object> row = new ArrayList<>(key);
        row.addAll(place);
        row.addAll(numbers);
        rows.add(row);
    }
}
