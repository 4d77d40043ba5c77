package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Reads in which month each programme reached each rep. */
final class ExposureReader {

    private static final String EXPOSURES =
            """
            SELECT rep_id, programme_id, toString(basis) AS by, toString(cohort) AS since
            FROM exposure FINAL
            WHERE generation = ?
            """;

    private static final String MEMBERSHIPS =
            """
            SELECT rep_id, programme_id, toString(basis) AS by, toString(cohort) AS since
            FROM membership_ledger
            WHERE generation = ? AND checkpoint <= ?
            GROUP BY rep_id, programme_id, by, since
            HAVING sum(amount) > 0
            """;

    private final Connection connection;

    ExposureReader(Connection connection) {
        this.connection = connection;
    }

    Exposures read(MonthSource source, SalesMonths sales) throws SQLException {
        Exposures exposures = new Exposures(sales.reps().size());
        String sql = source.ledgers() ? MEMBERSHIPS : EXPOSURES;
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int rep = sales.place(rows.getString("rep_id"));
                if (rep >= 0) {
                    exposures.add(
                            rows.getString("programme_id"),
                            Basis.valueOf(rows.getString("by").toUpperCase(Locale.ROOT)),
                            rep,
                            TimeScale.MONTH.parse(rows.getString("since")).orElseThrow());
                }
            }
        }
        return exposures;
    }
}
