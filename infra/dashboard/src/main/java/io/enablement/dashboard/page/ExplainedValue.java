package io.enablement.dashboard.page;

import io.enablement.clickhouse.Formula;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a number is, and its formula with the numbers filled in that the entries add up to. */
final class ExplainedValue {

    /** Of a formula, as the questions have places for them. */
    private static final int MOST_NUMBERS = 6;

    private final Visit visit;
    private final Format format;
    private final Row metric;
    private final List<Row> numbers;
    private final Group group;
    private final Map<String, String> parameters;
    private final Supplier<Rows> entries;

    ExplainedValue(
            Visit visit,
            Row metric,
            List<Row> numbers,
            Group group,
            Map<String, String> parameters,
            Supplier<Rows> entries) {
        this.visit = visit;
        this.format = visit.format();
        this.metric = metric;
        this.numbers = numbers;
        this.group = group;
        this.parameters = parameters;
        this.entries = entries;
    }

    List<Row> entriesOf(String part) {
        return entries.get().where(row -> row.text("part").equals(part));
    }

    static BigDecimal sum(List<Row> entriesOfPart) {
        return entriesOfPart.stream()
                .map(row -> new BigDecimal(row.text("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isOf(String evidence) {
        return numbers.stream().anyMatch(row -> row.text("evidence").equals(evidence));
    }

    /** Says beforehand what the value of a calculated number is going to ask. */
    void expect() {
        if (isCalculated()) {
            visit.expect(valueOf(visit, group, numbers), withInterval(parameters, metric));
        }
        if (hasNumbersOfItsOwn()) {
            visit.expect(numbersOf(group), withNumbers(parameters, numbers));
        }
    }

    io.enablement.dashboard.view.Formula formula() {
        Rows values = value();
        if (values.isEmpty()) {
            return new io.enablement.dashboard.view.Formula(
                    metric.text("label"),
                    Format.NOTHING,
                    "Nothing of this group happened in the period.",
                    List.of(metric.text("formula")),
                    metric.text("remarks"));
        }
        Row row = values.all().get(0);
        String unit = metric.text("unit");
        String interval =
                row.places().containsKey("low")
                                && metric.is("has_interval")
                                && row.get("low") != null
                        ? "Wilson 95 %% interval: %s to %s"
                                .formatted(
                                        format.of(row.get("low"), unit),
                                        format.of(row.get("high"), unit))
                        : "";
        List<String> steps = new ArrayList<>();
        steps.add(metric.text("formula"));
        String filled = visit.inTime(this::filledIn).orElse(Format.PENDING);
        if (!filled.isEmpty()) {
            steps.add(filled + " = " + exact(row.get("value"), unit));
        }
        return new io.enablement.dashboard.view.Formula(
                metric.text("label"),
                exact(row.get("value"), unit),
                interval,
                steps,
                metric.text("remarks"));
    }

    /** Money to the last digit. */
    String exact(Object value, String unit) {
        return unit.startsWith("money") ? format.exactMoney(value) : format.of(value, unit);
    }

    /** Of an earlier moment nothing but parts is known, and one question is enough. */
    private static Question valueOf(Visit visit, Group group, List<Row> numbers) {
        boolean hasPartsAlone = visit.choices().isNow() && areParts(numbers);
        if (group.isChosen()) {
            return hasPartsAlone ? Question.VALUE_OF_CHOSEN_PARTS : Question.VALUE_OF_CHOSEN;
        }
        return hasPartsAlone ? Question.VALUE_OF_PARTS : Question.VALUE_OF_GROUP;
    }

    private static Question numbersOf(Group group) {
        return group.isChosen() ? Question.NUMBERS_OF_CHOSEN : Question.NUMBERS_OF_GROUP;
    }

    /** With the ends of its interval, where it has one. */
    private static Map<String, String> withInterval(Map<String, String> parameters, Row metric) {
        String id = metric.text("id");
        Map<String, String> asked = new HashMap<>(parameters);
        asked.put("low", metric.is("has_interval") ? id + "_low" : id);
        asked.put("high", metric.is("has_interval") ? id + "_high" : id);
        return asked;
    }

    /** With the names of the numbers, the last one as often as places are left. */
    private static Map<String, String> withNumbers(
            Map<String, String> parameters, List<Row> numbers) {
        Map<String, String> asked = new HashMap<>(parameters);
        for (int place = 0; place < MOST_NUMBERS; place++) {
            asked.put(
                    "number_" + (place + 1),
                    numbers.get(Math.min(place, numbers.size() - 1)).text("number"));
        }
        return asked;
    }

    private Rows value() {
        if (group.isOfProgramme()) {
            if (!metric.is("of_programmes")) {
                throw BadChoice.wrong(
                        "%s is no number of a whole programme but of its cohorts: name one, with &cohort=2026-01"
                                .formatted(metric.text("label")));
            }
            return visit.ask(Question.VALUE_OF_PROGRAMME, parameters);
        }
        if (isOf("stages")) {
            return visit.ask(Question.VALUE_OF_STAGE, parameters);
        }
        if (isOf("open_deals")) {
            return visit.ask(Question.VALUE_OF_LOAD, parameters);
        }
        if (metric.text("expression").isEmpty()) {
            throw BadChoice.wrong(
                    "%s is counted from facts of today: ask infra/enablement explain"
                            .formatted(metric.text("label")));
        }
        return visit.ask(valueOf(visit, group, numbers), withInterval(parameters, metric));
    }

    /** The expression as it is calculated, with its numbers; "" where there is none. */
    private String filledIn() {
        if (!isCalculated()) {
            return "";
        }
        Map<String, String> values = hasNumbersOfItsOwn() ? numbersOfGroup() : sums();
        return values.isEmpty()
                ? ""
                : new Formula(metric.text("expression"), values, Map.of()).filledIn();
    }

    private boolean isCalculated() {
        return !metric.text("expression").isEmpty() && !group.isOfProgramme();
    }

    /** Numbers that are asked for, because the entries do not add up to them. */
    private boolean hasNumbersOfItsOwn() {
        return isCalculated() && !isSumOfEntries(numbers);
    }

    private static boolean areParts(List<Row> numbers) {
        return numbers.stream().allMatch(number -> number.text("evidence").equals("ledger"));
    }

    /** Whether nothing but their entries makes the numbers, and these add up to one each. */
    private static boolean isSumOfEntries(List<Row> numbers) {
        return areParts(numbers)
                && numbers.stream().noneMatch(number -> number.text("unit").equals("days"));
    }

    private Map<String, String> sums() {
        return numbers.stream()
                .collect(
                        Collectors.toMap(
                                number -> number.text("number"),
                                number ->
                                        exact(
                                                sum(entriesOf(number.text("number"))),
                                                number.text("unit"))));
    }

    private Map<String, String> numbersOfGroup() {
        Map<String, String> values = new HashMap<>();
        for (Row row : visit.ask(numbersOf(group), withNumbers(parameters, numbers)).all()) {
            for (Row number : numbers) {
                String name = number.text("number");
                if (row.places().containsKey(name)) {
                    values.put(name, exact(row.get(name), number.text("unit")));
                }
            }
        }
        return values;
    }
}
