package io.enablement.cli.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that a notebook has found.
 *
 * @param name what it is: an id of the glossary, or a column
 * @param of whose it is: columns of a view with their values
 * @param value null where there is none
 */
record NotebookNumber(String name, Map<String, String> of, JsonNode value) {

    static NotebookNumber read(JsonNode row) {
        Map<String, String> of = new TreeMap<>();
        row.path("of")
                .properties()
                .forEach(each -> of.put(each.getKey(), each.getValue().asText()));
        return new NotebookNumber(row.path("number").asText(), of, row.path("value"));
    }

    String of(String column) {
        return of.get(column);
    }
}
