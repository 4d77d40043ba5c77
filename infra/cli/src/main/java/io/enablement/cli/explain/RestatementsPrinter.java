package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.scorecard.Figures;
import io.enablement.cli.scorecard.NumberFigures;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints restatements for people: month by month what was shown, what is shown now, and why. */
final class RestatementsPrinter {

    private static final int PAGE_WIDTH = 118;
    private static final int CAUSES = 5;

    /** What only other numbers are divided by; programs get it. */
    private static final Set<String> INNER =
            Set.of("won_cycles", "lost_cycles", "won_priced", "quota_holders", "completion_times");

    private static final Set<String> INNER_UNITS = Set.of("days", "micros");

    private final NumberFigures figures;
    private final Console console;
    private final int limit;

    RestatementsPrinter(ClickHouse clickHouse, Console console, int limit) {
        this.figures = new NumberFigures(Figures.of(clickHouse));
        this.console = console;
        this.limit = limit;
    }

    void print(String since, List<JsonNode> rows) {
        List<RestatedMonth> months =
                RestatedMonth.of(rows.stream().filter(row -> !isInner(row)).toList());
        if (months.isEmpty()) {
            console.plain("No number that was shown at " + since + " UTC has changed since");
            return;
        }
        console.result("@|bold Changed since %s UTC|@: %s".formatted(since, summary(months)));
        months.stream().limit(limit).forEach(this::print);
        if (months.size() > limit) {
            console.plain("");
            console.plain(
                    "… and %s more months; --limit shows them, the largest changes are first"
                            .formatted(Console.count(months.size() - limit)));
        }
    }

    private static boolean isInner(JsonNode row) {
        return INNER_UNITS.contains(row.path("unit").asText())
                || INNER.contains(row.path("part").asText());
    }

    private static String summary(List<RestatedMonth> months) {
        Map<String, Integer> numbers = new TreeMap<>(Comparator.reverseOrder());
        months.forEach(
                month -> numbers.merge(month.standing(), month.numbers().size(), Integer::sum));
        return numbers.entrySet().stream()
                .map(
                        each ->
                                "%s numbers %s"
                                        .formatted(Console.count(each.getValue()), each.getKey()))
                .collect(Collectors.joining(", "));
    }

    private void print(RestatedMonth month) {
        console.plain("");
        String standing = month.standing().equals("restated") ? "" : " – " + month.standing();
        console.result("@|bold %s|@%s".formatted(month.title(), standing));
        List<Row> numbers = month.numbers().stream().map(this::number).toList();
        new TextTable(List.of("", "Shown then", "Now", "Change"), 1, numbers)
                .lines(PAGE_WIDTH)
                .forEach(line -> console.result("  " + line));
        List<List<JsonNode>> causes = month.causes();
        causes.stream().limit(CAUSES).forEach(cause -> printCause(cause, causes.size() > 1));
        if (causes.size() > CAUSES) {
            console.plain("    … and %d more causes".formatted(causes.size() - CAUSES));
        }
    }

    private Row number(JsonNode row) {
        String unit = row.path("unit").asText();
        return Row.of(
                List.of(
                        row.path("meaning").asText(),
                        figures.text(row.path("shown_then"), unit),
                        figures.text(row.path("shown_now"), unit),
                        figures.signed(row.path("change").decimalValue(), unit, 0)));
    }

    private void printCause(List<JsonNode> rows, boolean isOneOfMany) {
        console.plain("    because of " + reason(rows.get(0)));
        if (isOneOfMany) {
            String changes = rows.stream().map(this::change).collect(Collectors.joining(", "));
            console.result("        @|faint " + changes + "|@");
        }
    }

    private String change(JsonNode row) {
        BigDecimal amount = new BigDecimal(row.path("change_by_cause").asText());
        return row.path("meaning").asText()
                + " "
                + figures.signed(amount, row.path("unit").asText(), 0);
    }

    private static String reason(JsonNode row) {
        if (row.path("family").asText().equals("generation")) {
            return "generation " + row.path("event_id").asText() + " is shown since";
        }
        String subject =
                switch (row.path("subject").asText()) {
                    case "membership" ->
                            row.path("cause_rep").asText() + " into or out of the cohort";
                    case "training", "quota", "content" ->
                            row.path("subject").asText() + " of " + row.path("cause_rep").asText();
                    default -> row.path("subject").asText();
                };
        return subject + "  " + new LoggedEvent(row).sentence();
    }
}
