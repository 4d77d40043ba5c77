package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.explain.ExplainedMetric.Number;
import io.enablement.cli.scorecard.Figures;
import io.enablement.cli.scorecard.NumberFigures;
import io.enablement.cli.scorecard.Subjects;
import io.enablement.clickhouse.Formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints an explanation for people: the number, its formula, its parts, what they consist of. */
final class ExplanationPrinter {

    private static final int PAGE_WIDTH = 150;

    private final Subjects subjects;
    private final Figures figures;
    private final NumberFigures numberFigures;
    private final Map<String, String> expressions;
    private final EvidencePrinter evidence;
    private final Console console;

    /**
     * @param limit of the subjects and rows that are listed of each kind
     */
    ExplanationPrinter(ClickHouse clickHouse, Console console, int limit) {
        this.subjects = Subjects.of(clickHouse);
        this.figures = Figures.of(clickHouse);
        this.numberFigures = new NumberFigures(figures);
        this.expressions = new HashMap<>();
        for (List<String> row :
                clickHouse.rows("SELECT id, expression FROM metric_expression", Map.of())) {
            expressions.put(row.get(0), row.get(1));
        }
        this.evidence = new EvidencePrinter(figures, console, limit);
        this.console = console;
    }

    void print(Explanation explanation) {
        ExplainedMetric metric = explanation.metric();
        console.result(
                "@|bold %s|@ of %s"
                        .formatted(
                                metric.metric().label(), explanation.question().title(subjects)));
        if (explanation.isAboutNothing()) {
            console.plain(
                    "  There is no such number: nothing that counts for it was %s"
                            .formatted(explanation.question().clock().seen()));
            return;
        }
        printNumber(explanation);
        printParts(explanation);
        explanation
                .rows()
                .forEach((kind, rows) -> evidence.print(explanation.metric(), kind, rows));
        tellWhatIsMissing(explanation);
    }

    private void printNumber(Explanation explanation) {
        ExplainedMetric metric = explanation.metric();
        String unit = metric.metric().unit();
        JsonNode number = explanation.number();
        String text = figures.text(number, unit);
        console.result("  @|bold %s|@%s".formatted(text, currency(unit)));
        console.plain("  = " + metric.formula());
        if (!metric.expression().isEmpty() && !explanation.numbers().isEmpty()) {
            String calculation =
                    new Formula(metric.expression(), values(explanation), expressions).filledIn();
            if (!calculation.equals(text)) {
                console.plain("  = " + calculation + " = " + text);
            }
        }
        if (number.isNull()) {
            console.plain("  There is no number because " + metric.metric().nullMeans());
        } else if (metric.interval().size() == 2) {
            console.plain(
                    "  Wilson 95 % interval: "
                            + metric.interval().stream()
                                    .map(end -> figures.text(explanation.value().path(end), unit))
                                    .collect(Collectors.joining(" to ")));
        }
        if (!metric.remarks().isEmpty()) {
            console.result("  @|faint " + metric.remarks() + "|@");
        }
    }

    private String currency(String unit) {
        return unit.startsWith("money") ? " " + figures.currency().getCurrencyCode() : "";
    }

    private Map<String, String> values(Explanation explanation) {
        Map<String, String> values = new HashMap<>();
        for (Number number : explanation.metric().numbers()) {
            values.put(
                    number.name(),
                    numberFigures.text(explanation.numbers().path(number.name()), number.unit()));
        }
        return values;
    }

    private void printParts(Explanation explanation) {
        if (explanation.numbers().isEmpty()) {
            return;
        }
        List<JsonNode> entries = explanation.rows().getOrDefault(Evidence.LEDGER, List.of());
        List<Row> rows = new ArrayList<>();
        for (Number number : explanation.metric().numbers()) {
            List<JsonNode> own =
                    entries.stream()
                            .filter(entry -> entry.path("part").asText().equals(number.name()))
                            .toList();
            long subjectsOfPart =
                    own.stream()
                            .map(
                                    entry ->
                                            entry.path("subject").asText()
                                                    + entry.path("rep_id").asText())
                            .distinct()
                            .count();
            rows.add(
                    Row.of(
                            List.of(
                                    number.name(),
                                    number.meaning(),
                                    numberFigures.text(
                                            explanation.numbers().path(number.name()),
                                            number.unit()),
                                    number.isOfLedger() ? Console.count(own.size()) : Figures.EMPTY,
                                    number.isOfLedger()
                                            ? Console.count(subjectsOfPart)
                                            : Figures.EMPTY)));
        }
        console.plain("");
        new TextTable(List.of("Part", "", "Amount", "Entries", "Subjects"), 2, rows)
                .lines(PAGE_WIDTH)
                .forEach(line -> console.result("  " + line));
        explanation.metric().numbers().stream()
                .filter(Number::isOfLedger)
                .forEach(number -> tellDifference(explanation, number));
    }

    /** The page proves itself. */
    private void tellDifference(Explanation explanation, Number number) {
        JsonNode shown = explanation.numbers().path(number.name());
        BigDecimal total = shown.isObject() ? sumOf(shown) : new BigDecimal(shown.asText("0"));
        BigDecimal ledgered = explanation.ledgered(number.name());
        if (total.compareTo(ledgered) != 0) {
            console.result(
                    "  @|red,bold The entries of %s add up to %s, not to %s|@: results are ahead of the ledger while a checkpoint is committed; ask again, then see ledger_difference"
                            .formatted(number.name(), ledgered, total));
        }
    }

    private static BigDecimal sumOf(JsonNode histogram) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode count : histogram) {
            sum = sum.add(new BigDecimal(count.asText()));
        }
        return sum;
    }

    private void tellWhatIsMissing(Explanation explanation) {
        if (!explanation.question().isAboutNow()
                && explanation.metric().evidence(explanation.question().group()).stream()
                        .anyMatch(Evidence::isKnownNowAlone)) {
            console.plain("");
            console.plain(
                    "  What is counted from facts is known now alone: ask without --as-of and"
                        + " --known-at to see its rows");
        }
    }
}
