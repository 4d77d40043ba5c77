package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one scorecard in the order of its columns, explained by the glossary. */
public record Glossary(Map<String, Metric> byId) {

    private static final String METRICS =
            """
            SELECT id, label, unit, null_means
            FROM
            (
                SELECT name AS id, position
                FROM system.columns
                WHERE database = currentDatabase() AND table = {view:String}
            ) AS columns
            INNER JOIN metric_definition USING (id)
            ORDER BY position
            """;

    private static final String ALL = "all";

    public static Glossary of(ClickHouse clickHouse, String view) {
        Map<String, Metric> byId = new LinkedHashMap<>();
        for (JsonNode row : clickHouse.objects(METRICS, Map.of("view", view))) {
            Metric metric = Metric.of(row);
            byId.put(metric.id(), metric);
        }
        return new Glossary(byId);
    }

    /** In the order of the ids; {@code all} stands for every metric. */
    public List<Metric> choose(List<String> ids) {
        if (ids.contains(ALL)) {
            return List.copyOf(byId.values());
        }
        List<String> unknown = ids.stream().filter(id -> !byId.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    "This scorecard has no metric %s. It has:\n%s"
                            .formatted(String.join(", ", unknown), list()));
        }
        return ids.stream().distinct().map(byId::get).toList();
    }

    private String list() {
        List<String> lines = new ArrayList<>();
        byId.values().forEach(each -> lines.add("  %-32s %s".formatted(each.id(), each.label())));
        return String.join("\n", lines);
    }
}
