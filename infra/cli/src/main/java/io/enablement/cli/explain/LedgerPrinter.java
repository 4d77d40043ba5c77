package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.Console;
import io.enablement.cli.explain.ExplainedMetric.Number;
import io.enablement.cli.scorecard.NumberFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints entries of the ledger for people: deal by deal, with the events that caused them. */
final class LedgerPrinter {

    private final NumberFigures figures;
    private final Console console;
    private final int limit;

    LedgerPrinter(NumberFigures figures, Console console, int limit) {
        this.figures = figures;
        this.console = console;
        this.limit = limit;
    }

    /** Subjects with the same parts stand together: all deals won, then all deals lost. */
    void print(ExplainedMetric metric, List<JsonNode> entries) {
        List<Number> numbers = metric.numbers().stream().filter(Number::isOfLedger).toList();
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
        EvidencePrinter.tellRest(console, list.size(), limit);
    }

    private String amount(LedgerSubject subject, String part, String unit) {
        int bucket = subject.buckets(part).stream().findFirst().orElse(0);
        return part + " " + figures.signed(subject.sum(part), unit, bucket);
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
                + figures.signed(
                        entry.path("amount").decimalValue(),
                        units.get(part),
                        entry.path("bucket").asInt());
    }
}
