package io.enablement.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.domain.deal.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The parts that a view of months holds and that are one number, in one object. */
final class StoredParts {

    private static final String SUMS = "sums";

    private StoredParts() {}

    /** Added up over everything that is not named; months like {@code 2026-01}. */
    static List<JsonNode> of(StoredResults results, String view, String... names)
            throws IOException {
        String sums =
                Part.SUMS.stream()
                        .map(Part::column)
                        .map(column -> "'%s', sum(%s)".formatted(column, column))
                        .collect(Collectors.joining(", ", "map(", ") AS " + SUMS));
        String by = String.join(", ", names);
        return results.rows(
                """
                SELECT %s, %s
                FROM (SELECT * REPLACE (substring(toString(month), 1, 7) AS month) FROM %s)
                GROUP BY %s
                """
                        .formatted(by, sums, view, by));
    }

    static void addSums(BookedNumbers numbers, String place, JsonNode row) {
        numbers.add(place, row.path(SUMS));
    }
}
