package io.enablement.impact.panel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Which published checkpoint is read, and whether the stored rows still are that checkpoint. */
final class PublishedCheckpoint {

    private static final String PUBLISHED =
            """
            SELECT
                toInt64(generation) AS shown, toInt64(max(checkpoint)) AS last_checkpoint,
                max(toUnixTimestamp64Micro(greatest_occurred_at)) AS until,
                (SELECT zone FROM company_setting) AS zone,
                (SELECT currency FROM company_setting) AS currency
            FROM pipeline_status FINAL
            WHERE job = 'cohort-metrics' AND generation = (SELECT generation FROM active_generation)
                AND checkpoint <= ?
            GROUP BY generation
            """;

    private static final String NEWER =
            """
            SELECT
                toInt64((SELECT max(version) FROM rep_month WHERE generation = ?)) AS months,
                toInt64((SELECT max(version) FROM exposure WHERE generation = ?)) AS exposures
            """;

    private final Connection connection;
    private final long latest;

    /**
     * @param latest that may be read: the newest published one up to it is
     */
    PublishedCheckpoint(Connection connection, long latest) {
        this.connection = connection;
        this.latest = latest;
    }

    /**
     * @throws NothingPublished where no checkpoint has been
     */
    MonthSource source() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setLong(1, latest);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString("until") == null) {
                    throw new NothingPublished();
                }
                Published published =
                        new Published(
                                rows.getLong("shown"),
                                rows.getLong("last_checkpoint"),
                                Micros.moment(rows.getLong("until")),
                                ZoneId.of(rows.getString("zone")),
                                rows.getString("currency"),
                                Double.NaN);
                MonthSource source = new MonthSource(published, false);
                return isNewerStored(source) ? source.fromLedgers() : source;
            }
        }
    }

    /** Whether anything was committed after the checkpoint. */
    boolean isNewerStored(MonthSource source) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWER)) {
            statement.setLong(1, source.published().generation());
            statement.setLong(2, source.published().generation());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Math.max(rows.getLong("months"), rows.getLong("exposures"))
                        > source.published().checkpoint();
            }
        }
    }
}
