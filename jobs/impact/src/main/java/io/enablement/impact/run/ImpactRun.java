package io.enablement.impact.run;

import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.RunOutcome;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.manifest.StoredManifests;
import io.enablement.impact.manifest.Verification;
import io.enablement.impact.panel.Checksum;
import io.enablement.impact.panel.HistoryReader;
import io.enablement.impact.panel.SalesHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Looks at every programme of one published checkpoint, and adds what it finds, with its manifest,
 * to the results.
 */
public final class ImpactRun {

    /** A run that broke off has left its manifest, and rows without its last table. */
    private static final String LAST_RUN =
            """
            SELECT toInt64(max(run))
            FROM
            (
                SELECT max(run) AS run FROM impact_manifest WHERE generation = ?
                UNION ALL
                SELECT max(run) AS run FROM programme_effect WHERE generation = ?
                UNION ALL
                SELECT max(run) AS run FROM programme_maturity WHERE generation = ?
            )
            """;

    private static final String ATTRIBUTED =
            """
            SELECT toString(programme_id) AS programme, sum(attributed_deals) AS deals
            FROM programme_attribution
            WHERE model = 'linear' AND period_kind = 'all'
            GROUP BY programme
            """;

    private static final String FORECASTS =
            """
            SELECT
                toString(programme_id) AS programme, toUnixTimestamp64Micro(as_of) AS moment,
                toString(outcome) AS outcome, expected_effect, mde
            FROM current_programme_forecast
            ORDER BY as_of, recorded_at, programme, outcome
            """;

    private final Connection connection;
    private final ImpactSettings settings;
    private final Consumer<String> progress;

    /**
     * @param progress is told each step that begins
     */
    public ImpactRun(Connection connection, ImpactSettings settings, Consumer<String> progress) {
        this.connection = connection;
        this.settings = settings;
        this.progress = progress;
    }

    /** Reads the newest checkpoint, evaluates, and adds the manifest and the results. */
    public Manifest run() throws SQLException {
        return run(manifest -> manifest);
    }

    /** The same with a manifest that is signed. */
    public Manifest runSignedBy(SigningKey key) throws SQLException {
        return run(manifest -> manifest.signed(key));
    }

    /**
     * The run of a manifest once more, beside it: of the same checkpoint of the generation that is
     * shown, with the same settings. Nothing is written.
     */
    public static Verification repeat(
            Connection connection, Manifest manifest, Consumer<String> progress)
            throws SQLException {
        ImpactSettings settings = ImpactSettings.of(manifest.settings());
        ImpactRun again = new ImpactRun(connection, settings, progress);
        RunInputs inputs = again.read(HistoryReader.of(connection, manifest.checkpoint()));
        RunOutcome outcome = outcome(inputs, 0, again.evaluate(inputs, 0));
        progress.accept("Adding up the archive");
        return Verification.of(connection, manifest, outcome);
    }

    private Manifest run(UnaryOperator<Manifest> sealed) throws SQLException {
        RunInputs inputs = read(HistoryReader.ofNewest(connection));
        long run = lastRun(inputs.history().published().generation()) + 1;
        ReportRows found = evaluate(inputs, run);
        progress.accept("Adding up the archive");
        RunOutcome outcome = outcome(inputs, run, found);
        Manifest manifest = sealed.apply(Manifest.of(connection, settings.words(), outcome));
        progress.accept("Writing");
        new StoredManifests(connection).add(manifest);
        for (ResultTable table : ResultTables.ALL) {
            table.insert(connection, found.of(table.name()));
        }
        return manifest;
    }

    private RunInputs read(HistoryReader reader) throws SQLException {
        progress.accept("Reading what every rep sold");
        SalesHistory history = reader.read();
        return new RunInputs(history, attributedDeals(), forecasts());
    }

    private ReportRows evaluate(RunInputs inputs, long run) {
        ReportRows found = new ReportRows(inputs.history().published(), settings, run);
        TreeSet<String> programmes = inputs.programmes();
        programmes.removeIf(programme -> !settings.covers(programme));
        int place = 0;
        for (String programme : programmes) {
            place++;
            progress.accept(
                    "Evaluating %s, %d of %d".formatted(programme, place, programmes.size()));
            found.add(new Evaluation(inputs, settings, programme).report());
        }
        return found;
    }

    private static RunOutcome outcome(RunInputs inputs, long run, ReportRows found) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, String> results = new LinkedHashMap<>();
        for (ResultTable table : ResultTables.ALL) {
            rows.put(table.name(), found.of(table.name()).size());
            results.put(table.name(), checksum(table, found.of(table.name())));
        }
        return new RunOutcome(inputs.history().published(), run, rows, inputs.checksums(), results);
    }

    private static String checksum(ResultTable table, List<List<Object>> rows) {
        int run = table.columns().indexOf(ResultTable.plain("run"));
        Checksum checksum = new Checksum();
        for (List<Object> row : rows) {
            for (int place = 0; place < row.size(); place++) {
                if (place != run) {
                    checksum.text(String.valueOf(row.get(place)));
                }
            }
        }
        return checksum.value();
    }

    private long lastRun(long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_RUN)) {
            statement.setLong(1, generation);
            statement.setLong(2, generation);
            statement.setLong(3, generation);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private Map<String, Double> attributedDeals() throws SQLException {
        Map<String, Double> deals = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ATTRIBUTED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                deals.put(rows.getString("programme"), rows.getDouble("deals"));
            }
        }
        return deals;
    }

    private List<Forecast> forecasts() throws SQLException {
        List<Forecast> forecasts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FORECASTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                double mde = rows.getDouble("mde");
                forecasts.add(
                        new Forecast(
                                rows.getString("programme"),
                                Instant.EPOCH.plus(rows.getLong("moment"), ChronoUnit.MICROS),
                                rows.getString("outcome"),
                                rows.getDouble("expected_effect"),
                                rows.getString("mde") == null ? Double.NaN : mde));
            }
        }
        return forecasts;
    }
}
