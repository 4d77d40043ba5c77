package io.enablement.impact.manifest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what identifies the archived events, from ClickHouse. */
final class EventLog {

    private static final String RANGES =
            """
            SELECT
                toString(topic) AS of_topic, partition AS of_partition,
                toInt64(min(offset)) AS first_offset, toInt64(max(offset)) AS last_offset,
                toInt64(count()) AS records,
                lower(hex(sum(reinterpretAsUInt256(SHA256(
                    concat(toString(offset), ' ', record_key, ' ', payload)))))) AS checksum
            FROM current_event_log
            WHERE %s
            GROUP BY of_topic, of_partition
            ORDER BY of_topic, of_partition
            """;

    /** The records of one partition between two offsets. */
    private static final String WITHIN = "(topic = ? AND partition = ? AND offset BETWEEN ? AND ?)";

    /** A message begins with two bytes of marker and the fingerprint of its schema. */
    private static final String SCHEMAS =
            """
            SELECT
                toString(topic) AS of_topic,
                arrayStringConcat(arraySort(groupUniqArray(
                    lower(hex(reverse(substring(payload, 3, 8)))))), ', ') AS fingerprints
            FROM current_event_log
            WHERE refused = '' AND startsWith(hex(payload), 'C301')
            GROUP BY of_topic
            ORDER BY of_topic
            """;

    private final Connection connection;

    EventLog(Connection connection) {
        this.connection = connection;
    }

    /** All records that are published. */
    List<LogRange> ranges() throws SQLException {
        return read("true", List.of());
    }

    /** The records between the same offsets, whatever came since. */
    List<LogRange> ranges(List<LogRange> bounds) throws SQLException {
        return bounds.isEmpty()
                ? List.of()
                : read(String.join(" OR ", Collections.nCopies(bounds.size(), WITHIN)), bounds);
    }

    /** Of each topic, the fingerprints of the schemas that its records name. */
    Map<String, String> schemas() throws SQLException {
        Map<String, String> schemas = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                schemas.put(rows.getString("of_topic"), rows.getString("fingerprints"));
            }
        }
        return schemas;
    }

    private List<LogRange> read(String condition, List<LogRange> bounds) throws SQLException {
        List<LogRange> ranges = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(RANGES.formatted(condition))) {
            int place = 0;
            for (LogRange each : bounds) {
                statement.setString(++place, each.topic());
                statement.setInt(++place, each.partition());
                statement.setLong(++place, each.first());
                statement.setLong(++place, each.last());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ranges.add(
                            new LogRange(
                                    rows.getString("of_topic"),
                                    rows.getInt("of_partition"),
                                    rows.getLong("first_offset"),
                                    rows.getLong("last_offset"),
                                    rows.getLong("records"),
                                    rows.getString("checksum")));
                }
            }
        }
        return ranges;
    }
}
