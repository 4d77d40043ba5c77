package io.enablement.impact.panel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads who was employed when, as it is known now. */
final class SpellReader {

    private static final String SPELLS =
            """
            SELECT
                rep_id, toUnixTimestamp64Micro(valid_from) AS valid_from,
                toUnixTimestamp64Micro(valid_to) AS valid_to,
                toString(team) AS team, toString(role) AS role, toString(region) AS region,
                employment = 'employed' AS works
            FROM current_rep
            ORDER BY rep_id, valid_from
            """;

    private final Connection connection;

    SpellReader(Connection connection) {
        this.connection = connection;
    }

    List<Spell> read() throws SQLException {
        List<Spell> spells = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SPELLS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                spells.add(
                        new Spell(
                                rows.getString("rep_id"),
                                Micros.moment(rows.getLong("valid_from")),
                                Micros.momentOrNull(rows, "valid_to"),
                                rows.getString("team"),
                                rows.getString("role"),
                                rows.getString("region"),
                                rows.getInt("works") == 1));
            }
        }
        return spells;
    }
}
