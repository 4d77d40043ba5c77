package io.enablement.impact.panel;

import io.enablement.impact.registration.Definition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads every version of every programme's definition, as it is known now. */
final class DefinitionReader {

    private static final String DEFINITIONS =
            """
            SELECT
                programme_id, definition, toUnixTimestamp64Micro(recorded_at) AS recorded_at,
                name, owner, audience_roles, audience_regions,
                toUnixTimestamp64Micro(launch_at) AS launch_at,
                toUnixTimestamp64Micro(payback_end_at) AS payback_end_at,
                cost_minor, toString(currency) AS currency,
                toString(primary_metric) AS primary_metric,
                toUnixTimestamp64Micro(baseline_from) AS baseline_from,
                toUnixTimestamp64Micro(baseline_to) AS baseline_to,
                toString(assignment) AS assignment
            FROM current_programme
            ORDER BY programme_id, definition, recorded_at, source, event_id
            """;

    private final Connection connection;

    DefinitionReader(Connection connection) {
        this.connection = connection;
    }

    List<Definition> read() throws SQLException {
        List<Definition> definitions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DEFINITIONS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long cost = rows.getLong("cost_minor");
                definitions.add(
                        new Definition(
                                rows.getString("programme_id"),
                                rows.getInt("definition"),
                                Micros.moment(rows.getLong("recorded_at")),
                                rows.getString("name"),
                                rows.getString("owner"),
                                texts(rows, "audience_roles"),
                                texts(rows, "audience_regions"),
                                Micros.momentOrNull(rows, "launch_at"),
                                Micros.momentOrNull(rows, "payback_end_at"),
                                rows.getString("cost_minor") == null ? null : cost,
                                rows.getString("currency"),
                                rows.getString("primary_metric"),
                                Micros.momentOrNull(rows, "baseline_from"),
                                Micros.momentOrNull(rows, "baseline_to"),
                                rows.getString("assignment")));
            }
        }
        return definitions;
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
