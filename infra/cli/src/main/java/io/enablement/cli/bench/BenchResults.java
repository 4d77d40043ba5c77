package io.enablement.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the benchmarks have said. */
final class BenchResults {

    private final List<JsonNode> all = new ArrayList<>();

    void add(JsonNode said) {
        all.add(said);
    }

    List<JsonNode> measurements() {
        return of("measurement");
    }

    List<JsonNode> findings() {
        return of("finding");
    }

    List<JsonNode> profiles() {
        return of("profile");
    }

    List<JsonNode> conditions() {
        return of("conditions");
    }

    /** Everything in the order in which it was said. */
    List<JsonNode> all() {
        return List.copyOf(all);
    }

    private List<JsonNode> of(String kind) {
        return all.stream().filter(said -> said.get("kind").asText().equals(kind)).toList();
    }
}
