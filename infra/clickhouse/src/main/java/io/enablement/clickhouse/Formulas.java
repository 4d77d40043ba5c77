package io.enablement.clickhouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formulas of the scorecards: views calculate with them and explain by them.
 *
 * @param expressions over numbers and other metrics, under the ids of their metrics
 */
record Formulas(Map<String, String> expressions, List<Number> numbers) {

    /** The next metric begins a line; what goes on is indented. */
    private static final Pattern NEXT_METRIC = Pattern.compile(",\\n(?=\\S)");

    private static final Pattern METRIC = Pattern.compile("(.+?)\\s+AS\\s+(\\w+)", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** What formulas are made of. */
    record Number(String name, String evidence, List<String> madeOf) {

        private static final Pattern DEFINITION =
                Pattern.compile(
                        "\\('(\\w+)', '\\w+', '(\\w+)', (?:true|false), '.*', \\[(.*)]\\),?");

        static Number of(String line) {
            Matcher parts = DEFINITION.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException(
                        "No ('number', 'unit', 'evidence', maturing, 'meaning', [parts]): " + line);
            }
            return new Number(parts.group(1), parts.group(2), words(parts.group(3)).toList());
        }
    }

    static Formulas read() {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (String metric : NEXT_METRIC.split(Fragment.read("metrics").text())) {
            Matcher parts = METRIC.matcher(metric);
            if (!parts.matches()) {
                throw new IllegalStateException("No 'expression AS id': " + metric);
            }
            expressions.put(parts.group(2), parts.group(1));
        }
        return new Formulas(
                expressions, Fragment.read("numbers").text().lines().map(Number::of).toList());
    }

    Map<String, String> placeholders() {
        return Map.of(
                "metrics",
                Fragment.read("metrics").text(),
                "numbers",
                Fragment.read("numbers").text(),
                "metric_expressions",
                rows(expressions.keySet().stream().map(this::expression)),
                "formula_numbers",
                rows(expressions.keySet().stream().flatMap(this::numbersOf)));
    }

    private List<String> expression(String metric) {
        return List.of(metric, expressions.get(metric).replaceAll("\\s+", " ").replace("'", "''"));
    }

    /** Metric, number and evidence, of each number that the formula needs. */
    private Stream<List<String>> numbersOf(String metric) {
        Map<String, Number> byName =
                numbers.stream().collect(Collectors.toMap(Number::name, Function.identity()));
        Set<List<String>> rows = new LinkedHashSet<>();
        for (String name : namesIn(metric, byName)) {
            Number number = byName.get(name);
            rows.add(List.of(metric, name, number.evidence()));
            number.madeOf().forEach(part -> rows.add(List.of(metric, part, "ledger")));
        }
        return rows.stream();
    }

    /** Those of the numbers that a formula names, itself or in the metrics that it names. */
    private List<String> namesIn(String metric, Map<String, Number> numbers) {
        List<String> names = new ArrayList<>();
        words(expressions.get(metric))
                .forEach(
                        word -> {
                            if (numbers.containsKey(word)) {
                                names.add(word);
                            } else if (expressions.containsKey(word)) {
                                names.addAll(namesIn(word, numbers));
                            }
                        });
        return names;
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static String rows(Stream<List<String>> rows) {
        return rows.map(row -> "('" + String.join("', '", row) + "')")
                .collect(Collectors.joining(", "));
    }
}
