package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.explain.ExplainedMetric.Number;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number and what it consists of.
 *
 * @param value its row of the scorecard: the number, the ends of its interval; empty where no
 *     scorecard has such a row
 * @param numbers those of its formula, as results have them
 * @param rows what was counted, by the kind of evidence
 */
record Explanation(
        ExplainQuestion question,
        ExplainedMetric metric,
        JsonNode value,
        JsonNode numbers,
        Map<Evidence, List<JsonNode>> rows) {

    private static final String NUMBERS =
            "SELECT %s FROM %s WHERE period = {period:String} AND deal_type = {deal_type:String} AND "
                    + ExplainQuestion.Group.CONDITION;

    static Explanation of(ClickHouse clickHouse, ExplainQuestion question) {
        ExplainedMetric metric = ExplainedMetric.of(clickHouse, question.metric());
        NumberSource source = NumberSource.of(question, metric);
        Map<String, String> parameters = question.parameters();
        List<String> columns = new ArrayList<>(List.of(metric.id()));
        columns.addAll(metric.interval());
        JsonNode value =
                first(
                        clickHouse.objects(
                                source.sql(String.join(", ", columns), question.clock()),
                                parameters));
        JsonNode numbers =
                source == NumberSource.SCORECARD || !metric.expression().isEmpty()
                        ? first(
                                clickHouse.objects(
                                        numbersSql(metric, question.clock()), parameters))
                        : first(List.of());
        Map<Evidence, List<JsonNode>> rows = new LinkedHashMap<>();
        for (Evidence evidence : metric.evidence(question.group())) {
            if (question.isAboutNow() || !evidence.isKnownNowAlone()) {
                rows.put(evidence, clickHouse.objects(evidence.sql(question.clock()), parameters));
            }
        }
        if (hasUses(rows) && question.clock() != Clock.KNOWN) {
            rows.put(
                    Evidence.USES,
                    clickHouse.objects(Evidence.USES.sql(question.clock()), parameters));
        }
        return new Explanation(question, metric, value, numbers, rows);
    }

    private static String numbersSql(ExplainedMetric metric, Clock clock) {
        return NUMBERS.formatted(
                metric.numbers().stream().map(Number::name).collect(Collectors.joining(", ")),
                clock.numbers());
    }

    private static boolean hasUses(Map<Evidence, List<JsonNode>> rows) {
        return rows.getOrDefault(Evidence.LEDGER, List.of()).stream()
                .anyMatch(row -> row.path("part").asText().startsWith("content_uses"));
    }

    private static JsonNode first(List<JsonNode> rows) {
        return rows.isEmpty() ? new ObjectMapper().createObjectNode() : rows.get(0);
    }

    /** Nothing of this group happened in the period. */
    boolean isAboutNothing() {
        return value.isEmpty();
    }

    JsonNode number() {
        return value.path(metric.id());
    }

    /** What lists the rows that are counted first of all. */
    String mainSql() {
        return rows.keySet().stream().findFirst().orElse(Evidence.LEDGER).sql(question.clock());
    }

    /** What the ledger's entries of a part add up to. */
    BigDecimal ledgered(String part) {
        return rows.getOrDefault(Evidence.LEDGER, List.of()).stream()
                .filter(row -> row.path("part").asText().equals(part))
                .map(row -> row.path("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** For programs: everything as it came from the views. */
    JsonNode toJson() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("metric", metric.id());
        json.put("formula", metric.formula());
        json.set("question", mapper.valueToTree(question.parameters()));
        json.set("number", value);
        json.set("numbers", numbers);
        rows.forEach(
                (evidence, list) ->
                        json.set(
                                evidence.name().toLowerCase(Locale.ROOT),
                                mapper.valueToTree(list)));
        return json;
    }
}
