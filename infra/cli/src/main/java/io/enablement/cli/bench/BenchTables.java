package io.enablement.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.TextTable.Row;
import java.util.List;
import java.util.Locale;

/** The rows of both tables, as texts. */
final class BenchTables {

    static final List<String> MEASUREMENT_HEADINGS =
            List.of(
                    "Contestant",
                    "Events of a run",
                    "A second",
                    "Least",
                    "Greatest",
                    "Own CPU, µs each",
                    "ClickHouse CPU, µs each",
                    "Kafka CPU, µs each");
    static final List<String> FINDING_HEADINGS =
            List.of("Item", "Compared", "Target", "Median", "Least", "Greatest", "");

    private static final double MANY = 1_000;

    private BenchTables() {}

    static List<Row> measurements(BenchResults results) {
        return results.measurements().stream().map(each -> Row.of(measurement(each))).toList();
    }

    static List<Row> findings(BenchResults results) {
        return results.findings().stream()
                .map(each -> new Row(finding(each), style(each)))
                .toList();
    }

    static List<String> measurement(JsonNode said) {
        JsonNode rate = said.get("rate");
        return List.of(
                said.get("title").asText(),
                "%,d".formatted(said.get("events").asLong()),
                number(rate.get("median").asDouble()),
                number(rate.get("least").asDouble()),
                number(rate.get("greatest").asDouble()),
                number(said.get("cpu_micros").get("median").asDouble()),
                number(said.get("clickhouse_micros").get("median").asDouble()),
                number(said.get("broker_micros").get("median").asDouble()));
    }

    static List<String> finding(JsonNode said) {
        JsonNode measured = said.get("measured");
        return List.of(
                said.get("item").asText(),
                said.get("what").asText(),
                target(said),
                number(measured.get("median").asDouble()),
                number(measured.get("least").asDouble()),
                number(measured.get("greatest").asDouble()),
                verdict(said));
    }

    static String verdict(JsonNode finding) {
        if (finding.get("met").isNull()) {
            return "";
        }
        return finding.get("met").asBoolean() ? "met" : "missed";
    }

    private static String target(JsonNode finding) {
        if (finding.get("target").isNull()) {
            return "–";
        }
        return (finding.get("at_least").asBoolean() ? "≥ " : "≤ ")
                + number(finding.get("target").asDouble());
    }

    private static String style(JsonNode finding) {
        return switch (verdict(finding)) {
            case "met" -> "green";
            case "missed" -> "red";
            default -> "";
        };
    }

    /** Whole from a thousand on, else with two decimals. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= MANY ? "%,.0f" : "%.2f", value);
    }
}
