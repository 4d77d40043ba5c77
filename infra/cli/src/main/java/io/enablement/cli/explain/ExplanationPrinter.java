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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Console console;
    private final int limit;

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
        this.console = console;
        this.limit = limit;
    }

    void print(Explanation explanation) {
        ExplainedMetric metric = explanation.metric();
        console.result(
                "@|bold %s|@ of %s"
                        .formatted(
                                metric.metric().label(), explanation.question().title(subjects)));
        if (explanation.isAboutNothing()) {
            console.plain("  There is no such number: nothing happened there then");
            return;
        }
        printNumber(explanation);
        printParts(explanation);
        explanation.rows().forEach((evidence, rows) -> printRows(explanation, evidence, rows));
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

    private void printRows(Explanation explanation, Evidence evidence, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        switch (evidence) {
            case LEDGER -> printLedger(explanation, rows);
            case MEMBERS, USES -> printEvents(evidence, rows);
            case REPS, MATURE_DEALS, STARTS, STAGES, OPEN_DEALS, ASSIGNMENTS, PROGRAMME_REPS ->
                    printFacts(evidence, rows);
        }
    }

    /** Subjects with the same parts stand together: all deals won, then all deals lost. */
    private void printLedger(Explanation explanation, List<JsonNode> entries) {
        List<Number> numbers =
                explanation.metric().numbers().stream().filter(Number::isOfLedger).toList();
        List<String> order = numbers.stream().map(Number::name).toList();
        List<String> sizes =
                numbers.stream()
                        .filter(number -> number.unit().equals("money"))
                        .map(Number::name)
                        .toList();
        Map<String, List<LedgerSubject>> bySort = new LinkedHashMap<>();
        LedgerSubject.of(entries, sizes)
                .forEach(
                        subject ->
                                bySort.computeIfAbsent(
                                                sort(subject, order), key -> new ArrayList<>())
                                        .add(subject));
        Map<String, String> units =
                numbers.stream().collect(Collectors.toMap(Number::name, Number::unit));
        bySort.forEach((sort, list) -> printSubjects(sort, list, order, units));
    }

    private static String sort(LedgerSubject subject, List<String> order) {
        return (subject.isDeal() ? "deals" : subject.name())
                + ": "
                + String.join(", ", subject.parts(order));
    }

    private void printSubjects(
            String sort, List<LedgerSubject> list, List<String> order, Map<String, String> units) {
        console.plain("");
        console.result("@|bold %s|@ (%s)".formatted(sort, Console.count(list.size())));
        for (LedgerSubject subject : list.stream().limit(limit).toList()) {
            String amounts =
                    subject.parts(order).stream()
                            .map(part -> amount(subject, part, units.get(part)))
                            .collect(Collectors.joining(", "));
            console.result(
                    "  @|bold %s|@  %s%s  %s"
                            .formatted(
                                    subject.name(),
                                    subject.rep(),
                                    subject.dealType().isEmpty() ? "" : ", " + subject.dealType(),
                                    amounts));
            List<List<JsonNode>> causes = subject.byEvent();
            causes.forEach(cause -> printCause(cause, units, causes.size() > 1));
        }
        tellRest(list.size());
    }

    private String amount(LedgerSubject subject, String part, String unit) {
        int bucket = subject.buckets(part).stream().findFirst().orElse(0);
        return part + " " + numberFigures.signed(subject.sum(part), unit, bucket);
    }

    private void printCause(
            List<JsonNode> entries, Map<String, String> units, boolean isOneOfMany) {
        LoggedEvent event = new LoggedEvent(entries.get(0));
        String changes =
                entries.stream()
                        .map(entry -> change(entry, units))
                        .collect(Collectors.joining(", "));
        console.plain("      %s%s".formatted(event.sentence(), isOneOfMany ? "  " + changes : ""));
    }

    private String change(JsonNode entry, Map<String, String> units) {
        String part = entry.path("part").asText();
        return part
                + " "
                + numberFigures.signed(
                        entry.path("amount").decimalValue(),
                        units.get(part),
                        entry.path("bucket").asInt());
    }

    private void printEvents(Evidence evidence, List<JsonNode> rows) {
        console.plain("");
        console.result("@|bold %s|@: %s".formatted(evidence.title(), Console.count(rows.size())));
        for (JsonNode row : rows.stream().limit(limit).toList()) {
            String content = row.path("content_id").asText("");
            String deal = row.path("deal_id").asText("");
            console.plain(
                    "  %s  %s%s%s"
                            .formatted(
                                    row.path("rep_id").asText(),
                                    new LoggedEvent(row).sentence(),
                                    content.isEmpty() ? "" : "  " + content,
                                    deal.isEmpty() ? "" : "  on " + deal));
        }
        tellRest(rows.size());
    }

    private void printFacts(Evidence evidence, List<JsonNode> rows) {
        List<String> columns = new ArrayList<>();
        rows.get(0).fieldNames().forEachRemaining(columns::add);
        columns.removeIf(
                column ->
                        rows.stream()
                                .allMatch(
                                        row ->
                                                row.path(column).asText("").isEmpty()
                                                        || row.path(column).isNull()));
        columns.remove("evidence");
        List<Row> table =
                rows.stream()
                        .limit(limit)
                        .map(
                                row ->
                                        Row.of(
                                                columns.stream()
                                                        .map(
                                                                column ->
                                                                        cell(
                                                                                column,
                                                                                row.path(column)))
                                                        .toList()))
                        .toList();
        console.plain("");
        console.result("@|bold %s|@: %s".formatted(evidence.title(), Console.count(rows.size())));
        List<String> headings =
                columns.stream()
                        .map(column -> column.replace("_minor", "").replace('_', ' '))
                        .toList();
        new TextTable(headings, 1, table)
                .lines(PAGE_WIDTH)
                .forEach(line -> console.result("  " + line));
        tellRest(rows.size());
    }

    private String cell(String column, JsonNode value) {
        if (value.isNull()) {
            return Figures.EMPTY;
        }
        return switch (column) {
            case "quota", "credited", "won_amount", "amount_minor" ->
                    numberFigures.money(new BigDecimal(value.asText()));
            case "attainment" -> figures.text(value, "share");
            case "days" -> figures.text(value, "days");
            case "counted", "is_audience" -> value.asBoolean() || value.asInt() == 1 ? "yes" : "no";
            case "at" -> value.asText().substring(0, 16);
            default -> value.asText();
        };
    }

    private void tellRest(int count) {
        if (count > limit) {
            console.result(
                    "  @|faint … and %s more; --limit shows them|@"
                            .formatted(Console.count(count - limit)));
        }
    }

    private void tellWhatIsMissing(Explanation explanation) {
        if (!explanation.question().isAboutNow()
                && explanation.metric().evidence(explanation.question().group()).stream()
                        .anyMatch(Evidence::isKnownNowAlone)) {
            console.plain("");
            console.plain(
                    "  What is counted from facts is known now alone: ask without --as-of and --known-at to see its rows");
        }
    }
}
