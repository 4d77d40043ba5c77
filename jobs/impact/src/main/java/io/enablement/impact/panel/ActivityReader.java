package io.enablement.impact.panel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what each rep did in each programme, month by month; content as it is known now. */
final class ActivityReader {

    private static final List<String> DONE =
            List.of(
                    "enrolled",
                    "completed",
                    "waived",
                    "passed",
                    "failed",
                    "scores",
                    "score_millionths",
                    "surveys",
                    "survey_millionths",
                    "assignments_approved",
                    "coached");

    private static final String ACTIVITIES =
            """
            SELECT programme, rep_id, at, %s, toInt64(sum(uses)) AS content_uses
            FROM
            (
                SELECT toString(programme_id) AS programme, rep_id, %s AS at, %s, toInt64(0) AS uses
                %s AND programme_id != ''
                UNION ALL
                SELECT
                    toString(programme_id) AS programme, rep_id, %s AS at, %s,
                    toInt64(programme_content_month.uses) AS uses
                FROM programme_content_month
            )
            GROUP BY programme, rep_id, at
            ORDER BY programme, rep_id, at
            """;

    private final Connection connection;

    ActivityReader(Connection connection) {
        this.connection = connection;
    }

    List<ProgrammeMonth> read(MonthSource source, SalesMonths sales) throws SQLException {
        String sql =
                ACTIVITIES.formatted(
                        DONE.stream()
                                .map(part -> "toInt64(sum(%s)) AS sum_%s".formatted(part, part))
                                .collect(Collectors.joining(", ")),
                        MonthSource.MONTH,
                        source.singles(DONE),
                        source.rows(),
                        MonthSource.MONTH,
                        DONE.stream()
                                .map(part -> "toInt64(0) AS " + part)
                                .collect(Collectors.joining(", ")));
        List<ProgrammeMonth> activities = new ArrayList<>();
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int rep = sales.place(rows.getString("rep_id"));
                if (rep >= 0) {
                    activities.add(activity(rep, rows));
                }
            }
        }
        return activities;
    }

    private static ProgrammeMonth activity(int rep, ResultSet rows) throws SQLException {
        return new ProgrammeMonth(
                rows.getString("programme"),
                rep,
                rows.getInt("at"),
                rows.getLong("sum_enrolled"),
                rows.getLong("sum_completed"),
                rows.getLong("sum_waived"),
                rows.getLong("sum_passed"),
                rows.getLong("sum_failed"),
                rows.getLong("sum_scores"),
                rows.getLong("sum_score_millionths"),
                rows.getLong("sum_surveys"),
                rows.getLong("sum_survey_millionths"),
                rows.getLong("sum_assignments_approved"),
                rows.getLong("sum_coached"),
                rows.getLong("content_uses"));
    }
}
