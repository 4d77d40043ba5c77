package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a programme brought for what it cost, and how well that is measured. */
final class Worth {

    private final Format format;
    private final Visit visit;
    private final String programme;
    private final String basis;

    Worth(Visit visit, String programme, String basis) {
        this.format = visit.format();
        this.visit = visit;
        this.programme = programme;
        this.basis = basis;
    }

    private Optional<Row> returned() {
        return of(Question.RETURNS).filter(row -> row.text("basis").equals(basis)).findFirst();
    }

    private Optional<Row> measured() {
        return of(Question.MATURITY).findFirst();
    }

    private Stream<Row> of(Question question) {
        return visit.ask(question).stream()
                .filter(row -> row.text("programme_id").equals(programme));
    }

    Table returns() {
        List<List<Cell>> rows = new ArrayList<>();
        returned()
                .ifPresent(
                        row -> {
                            rows.add(
                                    money(
                                            row,
                                            "Won amount that it caused",
                                            "won_amount_minor",
                                            "won_amount_low",
                                            "won_amount_high",
                                            row.is("payback_over")
                                                    ? ""
                                                    : "the payback window is not over"));
                            rows.add(
                                    List.of(
                                            Cell.text("Margin"),
                                            Cell.number(format.share(row.get("margin"))),
                                            Cell.number(""),
                                            Cell.number(""),
                                            Cell.text(row.text("margin_source"))));
                            rows.add(
                                    money(
                                            row,
                                            "Gain",
                                            "gain_minor",
                                            "gain_low",
                                            "gain_high",
                                            "margin × won amount"));
                            rows.add(
                                    List.of(
                                            Cell.text("Cost"),
                                            Cell.number(format.money(row.get("cost_minor"))),
                                            Cell.number(""),
                                            Cell.number(""),
                                            Cell.text(row.text("cost_source"))));
                            rows.add(
                                    List.of(
                                            Cell.text("ROI"),
                                            Cell.number(format.share(row.get("roi"))),
                                            Cell.number(format.share(row.get("roi_low"))),
                                            Cell.number(format.share(row.get("roi_high"))),
                                            Cell.text(row.text("reason"))));
                        });
        return new Table(
                "returns",
                "Return",
                "ROI = (gain − cost) / cost.",
                List.of(
                        Column.text(""),
                        Column.number("Estimate", ""),
                        Impact.LOW,
                        Impact.HIGH,
                        Column.text("Where from")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }

    private List<Cell> money(
            Row row, String name, String value, String low, String high, String source) {
        return List.of(
                Cell.text(name),
                Cell.number(format.shortMoney(row.get(value))),
                Cell.number(format.shortMoney(row.get(low))),
                Cell.number(format.shortMoney(row.get(high))),
                Cell.text(source));
    }

    Table levels() {
        List<List<Cell>> rows = levels(returned(), "levels", "name", "filled");
        return new Table(
                "levels",
                "Levels 0 to 5 of Kirkpatrick and Phillips",
                "",
                List.of(
                        Column.number("Level", ""),
                        Column.text("Question"),
                        Column.text(""),
                        Column.text("Evidence")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }

    private static List<List<Cell>> levels(
            Optional<Row> row, String levels, String what, String isThere) {
        return row.stream()
                .flatMap(each -> each.list(levels).stream())
                .map(level -> level(level, what, isThere))
                .toList();
    }

    Table maturity() {
        List<List<Cell>> rows = levels(measured(), "evidence", "claim", "met");
        return new Table(
                "maturity",
                "Maturity: what is there, and what is missing",
                missing(),
                List.of(
                        Column.number("Level", ""),
                        Column.text("It needs"),
                        Column.text(""),
                        Column.text("The data says")),
                rows,
                "",
                Impact.NOT_EVALUATED);
    }

    private String missing() {
        return measured()
                .map(
                        row ->
                                row.list("missing").stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("; ")))
                .filter(words -> !words.isEmpty())
                .map(words -> "Missing for the next level: " + words + ".")
                .orElse("");
    }

    /** Tuples come with their names, or as lists in their order. */
    private static List<Cell> level(Object tuple, String words, String met) {
        List<Object> values =
                tuple instanceof Map<?, ?> named
                        ? List.of(
                                named.get("level"),
                                named.get(words),
                                named.get(met),
                                named.get("evidence"))
                        : new ArrayList<>((List<?>) tuple);
        boolean isMet = values.get(2).toString().equals("1");
        return List.of(
                Cell.number(values.get(0).toString()),
                Cell.text(values.get(1).toString()),
                Cell.badge(isMet ? "there" : "missing", isMet ? "good" : "quiet"),
                Cell.text(values.get(3).toString()));
    }
}
