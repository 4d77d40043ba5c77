package io.enablement.impact.manifest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The manifests that stand in ClickHouse, one of each run: the table impact_manifest. */
public final class StoredManifests {

    private static final String ADD =
            """
            INSERT INTO impact_manifest (generation, run, checkpoint, as_of, manifest)
            VALUES (?, ?, ?, fromUnixTimestamp64Micro(CAST(?, 'Int64'), 'UTC'), ?)
            """;

    private static final String OF_RUN =
            "SELECT toString(run) AS of_run, manifest FROM impact_manifest_history WHERE run = ?";

    private static final String NEWEST =
            "SELECT toString(run) AS of_run, manifest FROM impact_manifest_history ORDER BY run DESC LIMIT 1";

    private final Connection connection;

    public StoredManifests(Connection connection) {
        this.connection = connection;
    }

    /** As it is: the same text that {@link Manifest#write} writes into a file. */
    public void add(Manifest manifest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, manifest.generation());
            statement.setLong(2, manifest.run());
            statement.setLong(3, manifest.checkpoint());
            statement.setLong(
                    4, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(manifest.asOf())));
            statement.setString(5, manifest.text());
            statement.executeUpdate();
        }
    }

    /** Of the newest run of the generation that is shown; empty where none came to its end. */
    public Optional<Manifest> newest() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            return read(statement);
        }
    }

    /** Of a run of the generation that is shown; empty where there is none that came to its end. */
    public Optional<Manifest> ofRun(long run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_RUN)) {
            statement.setLong(1, run);
            return read(statement);
        }
    }

    private static Optional<Manifest> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(
                            Manifest.parse(
                                    "impact_manifest, run " + rows.getString("of_run"),
                                    rows.getString("manifest")))
                    : Optional.empty();
        }
    }
}
