package io.enablement.impact.panel;

import io.enablement.domain.deal.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what each rep sold in each month. */
final class SalesReader {

    private static final String MEDIAN =
            "arrayReduce('quantileExactWeightedInterpolatedOrNull(0.5)', mapKeys(histogram), CAST(mapValues(histogram), 'Array(UInt64)'))";

    private static final String SALES =
            """
            SELECT rep_id, at, %s, toFloat64(%s) AS median
            FROM
            (
                SELECT rep_id, %s AS at, %s, %s AS histogram
                %s AND rep_id != 'unassigned'
                GROUP BY rep_id, at
            )
            ORDER BY rep_id, at
            """;

    private static final String CYCLE = "SELECT toFloat64(%s) FROM (SELECT %s AS histogram %s)";

    private final Connection connection;

    SalesReader(Connection connection) {
        this.connection = connection;
    }

    SalesMonths months(MonthSource source, List<Spell> spells) throws SQLException {
        List<SalesRow> all = new ArrayList<>();
        String sql =
                SALES.formatted(
                        columns(SalesMonths.PARTS),
                        MEDIAN,
                        MonthSource.MONTH,
                        source.sums(SalesMonths.PARTS),
                        source.histogram(),
                        source.salesRows());
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(SalesRow.of(rows));
            }
        }
        return SalesRow.months(all, spells);
    }

    /** Of all deals won, in days; NaN where none was. */
    double medianCycle(MonthSource source) throws SQLException {
        String sql = CYCLE.formatted(MEDIAN, source.histogram(), source.salesRows());
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            double median = rows.getDouble(1);
            return rows.wasNull() ? Double.NaN : median;
        }
    }

    private static String columns(List<Part> parts) {
        return parts.stream().map(Part::column).collect(Collectors.joining(", "));
    }
}
