package io.enablement.clickhouse;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The formulas of the scorecards, expressions under the ids of their metrics: views calculate with
 * them and explain by them.
 */
record Formulas(String list) {

    private static final String FILE = "metrics.sql";

    /** The next metric begins a line; what goes on is indented. */
    private static final Pattern NEXT_METRIC = Pattern.compile(",\\n(?=\\S)");

    private static final Pattern METRIC = Pattern.compile("(.+?)\\s+AS\\s+(\\w+)", Pattern.DOTALL);

    static Formulas read() {
        return new Formulas(SqlList.read(FILE).columns());
    }

    Map<String, String> placeholders() {
        return Map.of(
                "metrics",
                list,
                "metric_expressions",
                Arrays.stream(NEXT_METRIC.split(list))
                        .map(Formulas::row)
                        .collect(Collectors.joining(", ")));
    }

    private static String row(String metric) {
        Matcher parts = METRIC.matcher(metric);
        if (!parts.matches()) {
            throw new IllegalStateException("No 'expression AS id': " + metric);
        }
        return "('%s', '%s')"
                .formatted(
                        parts.group(2), parts.group(1).replaceAll("\\s+", " ").replace("'", "''"));
    }
}
