package io.enablement.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of {@code rep_month} and {@code cohort_metric} that are added up, and how views do
 * so.
 *
 * @param histograms counts by whole days
 */
record Parts(List<String> sums, List<String> histograms) {

    private static final String FILE = "/io/enablement/clickhouse/views/parts.properties";

    static Parts read() {
        Properties parts = new Properties();
        try (InputStream file = Parts.class.getResourceAsStream(FILE)) {
            parts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Parts(names(parts, "sums"), names(parts, "histograms"));
    }

    Map<String, String> placeholders() {
        return Map.of(
                "parts_of_ledger",
                columns(
                        sum -> "sumIf(amount, part = '%1$s') AS %1$s".formatted(sum),
                        days ->
                                "sumMapIf(map(bucket, amount), part = '%1$s') AS %1$s"
                                        .formatted(days)),
                "parts_of_set",
                columns(
                        sum -> "sumIf(%s, counts) AS %s".formatted(wide(sum), sum),
                        days -> "sumMapIf(%1$s, counts) AS %1$s".formatted(days)),
                "parts_of_group",
                columns(
                        sum -> "sum(%1$s) AS %1$s".formatted(sum),
                        days ->
                                "mapFilter((day, number) -> number != 0, sumMap(%1$s)) AS %1$s"
                                        .formatted(days)),
                "no_parts",
                columns(
                        "toInt64(0) AS %s"::formatted,
                        "CAST(map(), 'Map(Int32, Int64)') AS %s"::formatted),
                "parts_as_entries",
                "arrayConcat([%s], %s)"
                        .formatted(joined(sums, Parts::entry), joined(histograms, Parts::entries)));
    }

    /** Microseconds of a million deals do not fit into 64 bits. */
    private static String wide(String sum) {
        return sum.endsWith("_micros") ? "toInt128(" + sum + ")" : sum;
    }

    private static String entry(String sum) {
        return "('%1$s', toInt32(0), %1$s)".formatted(sum);
    }

    private static String entries(String histogram) {
        return "arrayMap((day, number) -> ('%1$s', day, number), mapKeys(%1$s), mapValues(%1$s))"
                .formatted(histogram);
    }

    private String columns(UnaryOperator<String> sum, UnaryOperator<String> histogram) {
        return Stream.of(joined(sums, sum), joined(histograms, histogram))
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<String> names, UnaryOperator<String> each) {
        return names.stream().map(each).collect(Collectors.joining(", "));
    }

    private static List<String> names(Properties parts, String key) {
        return Arrays.stream(parts.getProperty(key).split(",")).map(String::strip).toList();
    }
}
