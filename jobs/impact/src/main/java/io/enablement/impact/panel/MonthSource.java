package io.enablement.impact.panel;

import io.enablement.domain.deal.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From where the months of a checkpoint are read.
 *
 * @param ledgers whether from the ledgers; else from the rows, which are those of the checkpoint
 */
record MonthSource(Published published, boolean ledgers) {

    /** The month of a row as {@link TimeScale#MONTH} counts. */
    static final String MONTH = "toInt32(toYear(month) * 12 + toMonth(month) - 1)";

    private static final String ROWS = "FROM rep_month FINAL WHERE generation = ?";

    private static final String ENTRIES =
            "FROM rep_ledger WHERE generation = ? AND checkpoint <= ?";

    MonthSource fromLedgers() {
        return new MonthSource(published, true);
    }

    /** All rows, of sales and of programmes; more conditions may follow. */
    String rows() {
        return ledgers ? ENTRIES : ROWS;
    }

    /** What was sold, whatever the programme; more conditions may follow. */
    String salesRows() {
        return rows() + " AND programme_id = ''";
    }

    /** The histogram of the cycles of deals won. */
    String histogram() {
        return ledgers
                ? "mapFilter((days, deals) -> deals > 0, sumMapIf(map(bucket, toInt64(amount)), part = 'won_cycle_days'))"
                : "sumMap(won_cycle_days)";
    }

    /** The sum of each part, under the name of its column. */
    String sums(List<Part> parts) {
        return parts.stream()
                .map(Part::column)
                .map(
                        part ->
                                ledgers
                                        ? "toInt64(sumIf(rep_ledger.amount, part = '%s')) AS %s"
                                                .formatted(part, part)
                                        : "toInt64(sum(rep_month.%s)) AS %s".formatted(part, part))
                .collect(Collectors.joining(", "));
    }

    /** Each part of a single row, under its name. */
    String singles(List<String> parts) {
        return parts.stream()
                .map(
                        part ->
                                ledgers
                                        ? "toInt64(if(part = '%s', rep_ledger.amount, 0)) AS %s"
                                                .formatted(part, part)
                                        : part)
                .collect(Collectors.joining(", "));
    }

    /** With the generation, and of ledgers the checkpoint, as its only parameters. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setLong(1, published.generation());
        if (ledgers) {
            statement.setLong(2, published.checkpoint());
        }
        return statement;
    }
}
