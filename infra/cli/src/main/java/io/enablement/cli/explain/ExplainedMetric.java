package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.scorecard.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A metric with its formula and the numbers in it.
 *
 * @param formula in words
 * @param expression as it is calculated; "" where no scorecard calculates it
 * @param interval the ids of the ends of its interval; empty where it has none
 */
record ExplainedMetric(
        Metric metric,
        String formula,
        String remarks,
        String expression,
        boolean isOfProgrammes,
        List<String> interval,
        List<Number> numbers) {

    private static final String METRIC =
            """
            SELECT
                id, label, unit, null_means, formula, remarks, expression,
                id IN (SELECT name FROM system.columns
                    WHERE database = currentDatabase() AND table = 'programme_scorecard') AS is_of_programmes,
                arrayFilter(other -> other IN (id || '_low', id || '_high'),
                    (SELECT groupArray(id) FROM metric_definition)) AS ends
            FROM metric_definition
            LEFT JOIN metric_expression USING (id)
            WHERE id = {metric:String}
            """;

    private static final String NUMBERS =
            """
            SELECT number, metric_number.evidence AS evidence, unit, meaning
            FROM metric_number
            LEFT JOIN number_definition USING (number)
            WHERE id = {metric:String}
            """;

    /**
     * A number in a formula.
     *
     * @param name "" where a metric has no formula but rows that it counts
     */
    record Number(String name, Evidence evidence, String unit, String meaning) {

        static Number of(JsonNode row) {
            return new Number(
                    row.path("number").asText(),
                    Evidence.of(row.path("evidence").asText()),
                    row.path("unit").asText(),
                    row.path("meaning").asText());
        }

        boolean isOfLedger() {
            return evidence == Evidence.LEDGER;
        }
    }

    static ExplainedMetric of(ClickHouse clickHouse, String id) {
        Map<String, String> parameters = Map.of("metric", id);
        List<JsonNode> rows = clickHouse.objects(METRIC, parameters);
        if (rows.isEmpty()) {
            throw new UsageException(
                    "There is no metric %s. See them all: enablement glossary".formatted(id));
        }
        JsonNode row = rows.get(0);
        List<String> interval = new ArrayList<>();
        row.path("ends").forEach(end -> interval.add(end.asText()));
        interval.sort((one, other) -> other.compareTo(one));
        return new ExplainedMetric(
                Metric.of(row),
                row.path("formula").asText(),
                row.path("remarks").asText(),
                row.path("expression").asText(),
                row.path("is_of_programmes").asInt() == 1,
                interval,
                clickHouse.objects(NUMBERS, parameters).stream().map(Number::of).toList());
    }

    String id() {
        return metric.id();
    }

    /** What decides in which scorecard it stands. */
    Evidence main() {
        return numbers.get(0).evidence();
    }

    /** What lists the rows that it counts, of a group. */
    Set<Evidence> evidence(ExplainQuestion.Group group) {
        if (group.grain().equals("programme") && isOfContent()) {
            return Set.of(Evidence.PROGRAMME_REPS);
        }
        Set<Evidence> evidence =
                numbers.stream()
                        .map(Number::evidence)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (group.isCohort()) {
            evidence.add(Evidence.MEMBERS);
        }
        return evidence;
    }

    /** Programmes count the uses of their content and their audience in a way of their own. */
    private boolean isOfContent() {
        return numbers.stream()
                .anyMatch(
                        number ->
                                number.name().startsWith("content_uses")
                                        || number.evidence() == Evidence.REPS);
    }
}
