package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import io.enablement.domain.deal.Part;
import io.enablement.impact.registration.Definition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads what one published checkpoint of the active generation says.
 *
 * <p>Where nothing newer is stored, the rows themselves are that checkpoint, and are read as they
 * are; where something is (a job is committing, or went on since), months and memberships are added
 * up from the ledgers up to it. Employment, definitions and content have no ledger: they are read
 * as they are now.
 */
public final class HistoryReader {

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

    private static final String MEDIAN =
            "arrayReduce('quantileExactWeightedInterpolatedOrNull(0.5)', mapKeys(histogram), CAST(mapValues(histogram), 'Array(UInt64)'))";

    private static final String MONTH = "toInt32(toYear(month) * 12 + toMonth(month) - 1)";

    private static final String ROWS =
            "FROM rep_month FINAL WHERE generation = ? AND programme_id = ''";

    private static final String ENTRIES =
            "FROM rep_ledger WHERE generation = ? AND checkpoint <= ? AND programme_id = ''";

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

    private static final String DEFINITIONS =
            """
            SELECT
                programme_id, definition, toUnixTimestamp64Micro(recorded_at) AS recorded_at,
                name, owner, audience_roles, audience_regions,
                toUnixTimestamp64Micro(launch_at) AS launch_at,
                toUnixTimestamp64Micro(payback_end_at) AS payback_end_at,
                cost_minor, toString(currency) AS currency,
                toString(primary_metric) AS primary_metric,
                toUnixTimestamp64Micro(baseline_from) AS baseline_from,
                toUnixTimestamp64Micro(baseline_to) AS baseline_to,
                toString(assignment) AS assignment
            FROM current_programme
            ORDER BY programme_id, definition, recorded_at, source, event_id
            """;

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
    private final long latest;

    private HistoryReader(Connection connection, long latest) {
        this.connection = connection;
        this.latest = latest;
    }

    /** Reads the newest published checkpoint. */
    public static HistoryReader ofNewest(Connection connection) {
        return new HistoryReader(connection, Long.MAX_VALUE);
    }

    /** Reads a checkpoint that has been published. */
    public static HistoryReader of(Connection connection, long checkpoint) {
        return new HistoryReader(connection, checkpoint);
    }

    /**
     * @throws NothingPublished where no checkpoint has been
     */
    public SalesHistory read() throws SQLException {
        Source rows = source();
        SalesHistory history = read(rows);
        // Versions only grow: what is not newer now was not newer while it was read.
        return rows.ledgers() || !isNewerStored(rows) ? history : read(rows.fromLedgers());
    }

    private SalesHistory read(Source source) throws SQLException {
        List<Spell> spells = spells();
        SalesMonths sales = sales(source, spells);
        Exposures exposures = exposures(source, sales);
        List<ProgrammeMonth> activities = activities(source, sales);
        for (ProgrammeMonth each : activities) {
            if (each.waived() > 0) {
                exposures.addWaiver(each.programme(), each.rep(), each.month());
            }
        }
        Published published = source.published().withMedianCycle(medianCycle(source));
        return new SalesHistory(
                published,
                sales,
                new Employment(spells, published.zone()),
                exposures,
                definitions(),
                activities);
    }

    private Source source() throws SQLException {
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
                                moment(rows.getLong("until")),
                                ZoneId.of(rows.getString("zone")),
                                rows.getString("currency"),
                                Double.NaN);
                Source source = new Source(published, false);
                return isNewerStored(source) ? source.fromLedgers() : source;
            }
        }
    }

    private boolean isNewerStored(Source source) throws SQLException {
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

    private SalesMonths sales(Source source, List<Spell> spells) throws SQLException {
        List<SalesRow> all = new ArrayList<>();
        String sql =
                SALES.formatted(
                        columns(SalesMonths.PARTS),
                        MEDIAN,
                        MONTH,
                        source.sums(SalesMonths.PARTS),
                        source.histogram(),
                        source.rows());
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(SalesRow.of(rows));
            }
        }
        return SalesRow.months(all, spells);
    }

    private double medianCycle(Source source) throws SQLException {
        String sql = CYCLE.formatted(MEDIAN, source.histogram(), source.rows());
        try (PreparedStatement statement = source.prepare(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            double median = rows.getDouble(1);
            return rows.wasNull() ? Double.NaN : median;
        }
    }

    private Exposures exposures(Source source, SalesMonths sales) throws SQLException {
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

    private List<ProgrammeMonth> activities(Source source, SalesMonths sales) throws SQLException {
        String sql =
                ACTIVITIES.formatted(
                        DONE.stream()
                                .map(part -> "toInt64(sum(%s)) AS sum_%s".formatted(part, part))
                                .collect(Collectors.joining(", ")),
                        MONTH,
                        source.singles(DONE),
                        source.rows().replace(" AND programme_id = ''", ""),
                        MONTH,
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

    private List<Spell> spells() throws SQLException {
        List<Spell> spells = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SPELLS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                spells.add(
                        new Spell(
                                rows.getString("rep_id"),
                                moment(rows.getLong("valid_from")),
                                momentOrNull(rows, "valid_to"),
                                rows.getString("team"),
                                rows.getString("role"),
                                rows.getString("region"),
                                rows.getInt("works") == 1));
            }
        }
        return spells;
    }

    private List<Definition> definitions() throws SQLException {
        List<Definition> definitions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DEFINITIONS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long cost = rows.getLong("cost_minor");
                definitions.add(
                        new Definition(
                                rows.getString("programme_id"),
                                rows.getInt("definition"),
                                moment(rows.getLong("recorded_at")),
                                rows.getString("name"),
                                rows.getString("owner"),
                                texts(rows, "audience_roles"),
                                texts(rows, "audience_regions"),
                                momentOrNull(rows, "launch_at"),
                                momentOrNull(rows, "payback_end_at"),
                                rows.getString("cost_minor") == null ? null : cost,
                                rows.getString("currency"),
                                rows.getString("primary_metric"),
                                momentOrNull(rows, "baseline_from"),
                                momentOrNull(rows, "baseline_to"),
                                rows.getString("assignment")));
            }
        }
        return definitions;
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Instant momentOrNull(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : moment(micros);
    }

    private static String columns(List<Part> parts) {
        return parts.stream().map(Part::column).collect(Collectors.joining(", "));
    }

    /**
     * From where the months of a checkpoint are read.
     *
     * @param ledgers whether from the ledgers; else from the rows, which are those of the
     *     checkpoint
     */
    private record Source(Published published, boolean ledgers) {

        Source fromLedgers() {
            return new Source(published, true);
        }

        String rows() {
            return ledgers ? ENTRIES : ROWS;
        }

        String histogram() {
            return ledgers
                    ? "mapFilter((days, deals) -> deals > 0, sumMapIf(map(bucket, toInt64(amount)), part = 'won_cycle_days'))"
                    : "sumMap(won_cycle_days)";
        }

        String sums(List<Part> parts) {
            return parts.stream()
                    .map(Part::column)
                    .map(
                            part ->
                                    ledgers
                                            ? "toInt64(sumIf(rep_ledger.amount, part = '%s')) AS %s"
                                                    .formatted(part, part)
                                            : "toInt64(sum(rep_month.%s)) AS %s"
                                                    .formatted(part, part))
                    .collect(Collectors.joining(", "));
        }

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

        PreparedStatement prepare(Connection connection, String sql) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setLong(1, published.generation());
            if (ledgers) {
                statement.setLong(2, published.checkpoint());
            }
            return statement;
        }
    }
}
