package io.enablement.impact.journeys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the journeys of the active generation from ClickHouse. */
final class JourneyReader {

    private static final String GENERATION = "SELECT toInt64(generation) FROM active_generation";

    private static final String CHECKPOINT =
            """
            SELECT toInt64(max(checkpoint)) FROM pipeline_status FINAL
            WHERE job = 'attribution' AND generation = ?
            """;

    /** Deals that nobody knows when they were closed count in no period, and not here. */
    private static final String TOUCHES =
            """
            SELECT
                journeys.deal_id AS deal_id, journeys.outcome = 'won' AS is_won,
                toInt64(ifNull(journeys.amount_minor, 0)) AS amount_minor,
                toInt64(touches.position) AS position, touches.programme_id AS programme_id,
                touches.content_id AS content_id
            FROM current_journey AS journeys
            LEFT JOIN programme_touch AS touches ON touches.deal_id = journeys.deal_id
            WHERE journeys.closed_at IS NOT NULL
            ORDER BY deal_id, position
            """;

    private final Connection connection;

    JourneyReader(Connection connection) {
        this.connection = connection;
    }

    ClosedJourneys read() throws SQLException {
        long generation = number(GENERATION);
        long checkpoint = checkpoint(generation);
        List<Journey> byProgramme = new ArrayList<>();
        List<Journey> byContent = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TOUCHES);
                ResultSet rows = statement.executeQuery()) {
            OpenJourney open = OpenJourney.NONE;
            while (rows.next()) {
                if (!open.isOf(rows.getString("deal_id"))) {
                    open.close(byProgramme, byContent);
                    open =
                            OpenJourney.of(
                                    rows.getString("deal_id"),
                                    rows.getInt("is_won") == 1,
                                    rows.getLong("amount_minor"));
                }
                if (rows.getLong("position") > 0) {
                    open.touch(rows.getString("programme_id"), rows.getString("content_id"));
                }
            }
            open.close(byProgramme, byContent);
        }
        if (number(GENERATION) != generation) {
            throw new IllegalStateException(
                    "another generation was activated while journeys were read; start again");
        }
        return new ClosedJourneys(generation, checkpoint, byProgramme, byContent);
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private long checkpoint(long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHECKPOINT)) {
            statement.setLong(1, generation);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
