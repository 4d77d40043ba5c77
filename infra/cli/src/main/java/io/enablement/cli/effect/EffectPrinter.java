package io.enablement.cli.effect;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.impact.did.Aggregate;
import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import io.enablement.impact.did.Cell;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Robustness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints an answer for people: the verdict first, then what it rests on. */
final class EffectPrinter {

    private static final int PAGE_WIDTH = 110;
    private static final int MOST_CELLS = 60;

    private final Console console;

    EffectPrinter(Console console) {
        this.console = console;
    }

    void print(Answer answer, String outcome) {
        EffectWords.verdict(answer, outcome).forEach(console::result);
        print("Units", EffectWords.sample(answer.result().sample()));
        print("By time since the start", new EventStudyChart(answer).lines());
        print("Averages", averages(answer));
        print("Before the start", List.of(EffectWords.preTrend(answer.result())));
        print("In other ways", otherWays(answer.robustness()));
        print("Cells", cells(answer));
    }

    private void print(String title, List<String> lines) {
        console.plain("");
        console.result("@|bold " + title + "|@");
        lines.forEach(console::result);
    }

    private static List<String> averages(Answer answer) {
        List<Row> rows = new ArrayList<>();
        for (Aggregate each : answer.result().aggregates()) {
            String name = each.kind().name().toLowerCase(Locale.ROOT);
            rows.add(row(List.of(name, ""), each.overall(), List.of("", "")));
            if (each.kind() != Kind.DYNAMIC) {
                each.points().forEach(point -> rows.add(point(answer, name, point)));
            }
        }
        return table(List.of("Average", "Of"), rows, List.of("Band from", "to"));
    }

    private static Row point(Answer answer, String name, Point point) {
        return row(
                List.of(name, answer.time(point.at())),
                point.estimate(),
                List.of(EffectWords.number(point.bandLow()), EffectWords.number(point.bandHigh())));
    }

    private static List<String> otherWays(Robustness robustness) {
        List<Row> rows =
                robustness.checks().stream()
                        .map(
                                check ->
                                        row(
                                                List.of(EffectWords.name(check, robustness)),
                                                check.estimate(),
                                                List.of()))
                        .toList();
        List<String> lines = new ArrayList<>(table(List.of("Overall"), rows, List.of()));
        lines.addAll(EffectWords.tail(robustness));
        return lines;
    }

    private static List<String> cells(Answer answer) {
        List<Cell> cells = answer.result().cells();
        List<Row> rows =
                cells.stream()
                        .limit(MOST_CELLS)
                        .map(
                                cell ->
                                        row(
                                                List.of(
                                                        answer.time(cell.group()),
                                                        answer.time(cell.time())),
                                                cell.estimate(),
                                                List.of(
                                                        Console.count(cell.treated()),
                                                        Console.count(cell.controls()),
                                                        cell.reason())))
                        .toList();
        List<String> lines =
                new ArrayList<>(
                        table(
                                List.of("Group", "Time"),
                                rows,
                                List.of("Treated", "Controls", "Unknown because")));
        if (cells.size() > MOST_CELLS) {
            lines.add(
                    "… and %s more: --format csv has all"
                            .formatted(Console.count((long) cells.size() - MOST_CELLS)));
        }
        return lines;
    }

    private static List<String> table(List<String> names, List<Row> rows, List<String> others) {
        List<String> headings = new ArrayList<>(names);
        headings.addAll(List.of("Effect", "Error", "Low", "High"));
        headings.addAll(others);
        return new TextTable(headings, names.size(), rows).lines(PAGE_WIDTH);
    }

    private static Row row(List<String> names, Estimate estimate, List<String> others) {
        List<String> cells = new ArrayList<>(names);
        cells.add(EffectWords.number(estimate.value()));
        cells.add(EffectWords.number(estimate.error()));
        cells.add(EffectWords.number(estimate.low()));
        cells.add(EffectWords.number(estimate.high()));
        cells.addAll(others);
        return Row.of(cells);
    }
}
