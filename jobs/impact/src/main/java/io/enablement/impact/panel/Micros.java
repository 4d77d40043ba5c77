package io.enablement.impact.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the answers of ClickHouse bring them: microseconds since 1970. */
final class Micros {

    private Micros() {}

    static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Instant momentOrNull(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : moment(micros);
    }
}
