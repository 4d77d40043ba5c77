package io.enablement.cli.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.RunException;
import io.enablement.cli.effect.EventStudyChart;
import io.enablement.cli.effect.EventStudySvg;
import io.enablement.impact.did.Aggregate.Point;
import io.enablement.impact.did.Estimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Effects of a programme by months since its start, on the outcome by which it is judged. */
record EventStudy(String programme, String outcome, String verdict, List<Point> points) {

    private static final String ROWS =
            """
            SELECT
                effects.programme_id AS programme, effects.outcome AS of_outcome, verdict,
                event_time, effects.estimate AS value, effects.std_error AS error,
                effects.low AS low_end, effects.high AS high_end, band_low, band_high
            FROM current_programme_effect AS effects
            INNER JOIN
            (
                SELECT programme_id, basis, outcome, verdict, run
                FROM current_programme_impact
                WHERE leads = 1 AND basis = 'assigned' AND run = {run:UInt64}
            ) AS judged USING (programme_id, basis, outcome)
            WHERE part = 'event'
            ORDER BY programme, event_time
            """;

    /** Of each programme of a run. */
    static List<EventStudy> of(ClickHouse clickHouse, long run) {
        Map<String, EventStudy> byProgramme = new TreeMap<>();
        for (JsonNode row : clickHouse.objects(ROWS, Map.of("run", String.valueOf(run)))) {
            byProgramme
                    .computeIfAbsent(
                            row.path("programme").asText(),
                            programme ->
                                    new EventStudy(
                                            programme,
                                            row.path("of_outcome").asText(),
                                            row.path("verdict").asText(),
                                            new ArrayList<>()))
                    .points
                    .add(point(row));
        }
        return List.copyOf(byProgramme.values());
    }

    List<String> lines() {
        return new EventStudyChart(points).lines();
    }

    /** Draws it into a file of the directory; where that is. */
    Path draw(Path directory) {
        Path file = directory.resolve(programme + ".svg");
        try {
            Files.createDirectories(directory);
            return Files.writeString(
                    file, EventStudySvg.of(points, outcome, verdict), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException("The chart cannot be written to " + file + ": " + e, e);
        }
    }

    private static Point point(JsonNode row) {
        return new Point(
                row.path("event_time").asInt(),
                new Estimate(
                        number(row, "value"),
                        number(row, "error"),
                        number(row, "low_end"),
                        number(row, "high_end")),
                number(row, "band_low"),
                number(row, "band_high"),
                0);
    }

    private static double number(JsonNode row, String name) {
        return row.path(name).asDouble(Double.NaN);
    }
}
