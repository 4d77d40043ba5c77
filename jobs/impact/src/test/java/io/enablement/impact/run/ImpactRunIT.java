package io.enablement.impact.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.clickhouse.Schema;
import io.enablement.impact.ResultDatabase;
import io.enablement.impact.manifest.KeyFiles;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.manifest.StoredManifests;
import io.enablement.impact.manifest.Verification;
import io.enablement.impact.manifest.VerifyingKey;
import io.enablement.impact.panel.NothingPublished;
import io.enablement.impact.roi.Margin;
import io.enablement.local.testing.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forty reps from January to June 2026. A rep wins two or three deals of 100.00 in a month, by
 * whether number and month are even together. The first twenty are assigned to p-1 in April and win
 * one or three more from then on, by number: two on average. The checkpoint 7 is published.
 */
final class ImpactRunIT {

    private static final ImpactSettings SETTINGS =
            new ImpactSettings(List.of(), 99, 1, new Margin(.5, "controlling"), .5, false);

    private static final String ROWS =
            """
            INSERT INTO rep_month (generation, version, rep_id, team, role, region, deal_type, month,
                won, lost, won_priced, won_amount)
            SELECT 1, 7, concat('rep-', leftPad(toString(number), 2, '0')), 'north', 'ae', 'emea',
                'transactional', month, deals, 4, deals, deals * 10000
            FROM
            (
                SELECT
                    number, toDate('2026-01-01') + INTERVAL step MONTH AS month,
                    2 + (number + step) % 2 + if(number < 20 AND step >= 3, 1 + 2 * (number % 2), 0) AS deals
                FROM numbers(40)
                ARRAY JOIN range(6) AS step
            )
            """;

    private static final String LEDGER =
            """
            INSERT INTO rep_ledger (generation, checkpoint, rep_id, team, role, region, deal_type, month,
                part, amount)
            SELECT 1, version, rep_id, team, role, region, deal_type, month, part.1, part.2
            FROM rep_month
            ARRAY JOIN [('won', won), ('lost', lost), ('won_priced', won_priced), ('won_amount', won_amount)] AS part
            """;

    private static String database;

    @TempDir private Path directory;

    @BeforeAll
    static void makeTables() {
        database = Services.freshDatabase();
        Properties properties = new Properties();
        properties.setProperty("user", Services.user());
        properties.setProperty("password", Services.password());
        Schema.apply("jdbc:clickhouse:" + Services.clickHouseUrl() + "/" + database, properties);
    }

    @BeforeEach
    void checkpointSeven() {
        for (String table :
                List.of(
                        "rep_month",
                        "rep_ledger",
                        "rep",
                        "exposure",
                        "membership_ledger",
                        "programme",
                        "programme_forecast",
                        "pipeline_status",
                        "programme_impact",
                        "programme_effect",
                        "programme_roi",
                        "programme_maturity",
                        "leading_to_lagging",
                        "impact_manifest")) {
            execute("TRUNCATE TABLE " + table);
        }
        execute(ROWS);
        execute(LEDGER);
        execute(
                "INSERT INTO rep (generation, version, rep_id, valid_from, team, role, region, employment) SELECT DISTINCT 1, 7, rep_id, '2025-01-01', 'north', 'ae', 'emea', 'employed' FROM rep_month");
        execute(
                "INSERT INTO exposure (generation, version, rep_id, programme_id, basis, cohort) SELECT DISTINCT 1, 7, rep_id, 'p-1', 'assigned', '2026-04' FROM rep_month WHERE rep_id < 'rep-20'");
        execute(
                "INSERT INTO membership_ledger (generation, checkpoint, rep_id, programme_id, basis, cohort, amount) SELECT 1, 7, rep_id, programme_id, basis, cohort, 1 FROM exposure");
        define(1, "2026-02-01", "2026-01-01", 30_000);
        publish(7, "2026-08-15");
    }

    /** Two more deals on average; cells that only differ by the parity of the month cancel out. */
    @Test
    void findsWhatTheProgrammeDid() throws SQLException {
        run();

        assertThat(
                        rows(
                                """
                                SELECT outcome, registration, leads, verdict, round(estimate, 6),
                                    low > 1.5 AND high < 2.5, reps_treated, reps_control, first_month, last_month,
                                    baseline, definition, panel, clusters, p_holm IS NULL
                                FROM current_programme_impact WHERE basis = 'assigned' AND leads = 1 FORMAT TSV
                                """))
                .isEqualTo(
                        "deals_won\tregistered\t1\teffect\t2\t1\t20\t20\t2026-01-01\t2026-06-01\t2.5\t1\tbalanced\trep\t1\n");
    }

    /** 20 reps × 3 months × 2 deals × 100.00; × ½ = 60.00 × 100; (6,000 − 300) ÷ 300. */
    @Test
    void saysWhatItWasWorth() throws SQLException {
        run();

        assertThat(
                        rows(
                                """
                                SELECT round(won_amount_minor), round(gain_minor), cost_minor, round(roi, 6), treated_months,
                                    null_months, payback_over, margin_source
                                FROM current_programme_roi WHERE basis = 'assigned' FORMAT TSV
                                """))
                .isEqualTo("1200000\t600000\t30000\t19\t60\t0\t1\tcontrolling\n");
    }

    @Test
    void namesWhatIsMissingForTheNextLevel() throws SQLException {
        run();

        assertThat(rows("SELECT level, missing FROM current_programme_maturity FORMAT TSV"))
                .isEqualTo("1\t['leading metrics: no completion, certification or content use']\n");
    }

    @Test
    void anEditedBaselineIsNotProvable() throws SQLException {
        define(2, "2026-05-01", "2026-03-01", 30_000);

        run();

        assertThat(
                        rows(
                                "SELECT verdict, reasons, length(edits) FROM current_programme_impact WHERE leads = 1 AND basis = 'assigned' FORMAT TSV"))
                .isEqualTo("not_provable\t['the baseline was edited after the launch']\t1\n");
    }

    /** What is committed but not published is not seen; the ledgers tell the rest. */
    @Test
    void readsThePublishedCheckpointWhateverIsBeingCommitted() throws SQLException {
        Manifest published = run();
        execute(
                "INSERT INTO rep_month (generation, version, rep_id, team, role, region, deal_type, month, won) SELECT 1, 8, rep_id, team, role, region, deal_type, month, won + 100 FROM rep_month WHERE rep_id < 'rep-10'");
        execute(
                "INSERT INTO rep_ledger (generation, checkpoint, rep_id, team, role, region, deal_type, month, part, amount) SELECT 1, 8, rep_id, team, role, region, deal_type, month, 'won', 100 FROM rep_month WHERE version = 8");

        Manifest whileCommitting = run();

        assertThat(whileCommitting.inputs()).isEqualTo(published.inputs());
        assertThat(whileCommitting.results()).isEqualTo(published.results());
        assertThat(whileCommitting.run()).isEqualTo(published.run() + 1);
    }

    @Test
    void aRunCanBeRepeatedAfterMoreWasPublished() throws SQLException {
        Manifest manifest = run();
        execute(
                "INSERT INTO rep_month (generation, version, rep_id, team, role, region, deal_type, month, won) VALUES (1, 8, 'rep-01', 'north', 'ae', 'emea', 'transactional', '2026-06-01', 9)");
        execute(
                "INSERT INTO rep_ledger (generation, checkpoint, rep_id, team, role, region, deal_type, month, part, amount) VALUES (1, 8, 'rep-01', 'north', 'ae', 'emea', 'transactional', '2026-06-01', 'won', 3)");
        publish(8, "2026-08-20");

        assertThat(verify(manifest)).isEmpty();
    }

    @Test
    void aChangedInputIsNamed() throws SQLException {
        Manifest manifest = run();
        execute(
                "INSERT INTO rep (generation, version, rep_id, valid_from, team, role, region, employment) VALUES (1, 8, 'rep-01', '2025-01-01', 'north', 'ae', 'emea', 'on_leave')");

        assertThat(verify(manifest)).contains("input rep", "results programme_impact");
    }

    /** Quotes and backslashes too: the text is data. */
    @Test
    void theStoredManifestIsTheTextOfTheFile() throws Exception {
        ImpactSettings quoted =
                new ImpactSettings(
                        List.of(), 0, 1, new Margin(.5, "the \"plan\" of 'May' \\ ?"), .5, false);

        Manifest manifest =
                withConnection(
                        connection ->
                                new ImpactRun(connection, quoted, step -> {})
                                        .runSignedBy(SigningKey.read(keys())));

        Path file = directory.resolve("manifest.json");
        manifest.write(file);
        assertThat(rows("SELECT manifest FROM current_impact_manifest FORMAT TSVRaw"))
                .isEqualTo(Files.readString(file));
        assertThat(
                        rows(
                                "SELECT run, checkpoint, as_of, signature FROM current_impact_manifest FORMAT TSV"))
                .isEqualTo("1\t7\t2026-08-15 00:00:00.000000\t" + manifest.signature() + "\n");
    }

    @Test
    void aRunIsVerifiedByTheManifestThatStandsInClickHouse() throws Exception {
        withConnection(
                connection ->
                        new ImpactRun(connection, SETTINGS, step -> {})
                                .runSignedBy(SigningKey.read(keys())));
        run();

        Manifest signed =
                withConnection(connection -> new StoredManifests(connection).ofRun(1))
                        .orElseThrow();
        Manifest newest =
                withConnection(connection -> new StoredManifests(connection).newest())
                        .orElseThrow();

        assertThat(signed.isSignedBy(VerifyingKey.read(directory.resolve("evaluator.pub"))))
                .isTrue();
        assertThat(verify(signed)).isEmpty();
        assertThat(newest.run()).isEqualTo(2);
        assertThat(newest.isSigned()).isFalse();
    }

    /** Its number is not given again, and nobody takes its manifest for that of results. */
    @Test
    void aRunThatBrokeOffHasNoManifestToShow() throws SQLException {
        execute(
                "INSERT INTO impact_manifest (generation, run, checkpoint, as_of, manifest) VALUES (1, 1, 7, '2026-08-15', '{}')");

        assertThat(rows("SELECT count() FROM impact_manifest_history FORMAT TSV")).isEqualTo("0\n");
        assertThat(run().run()).isEqualTo(2);
        assertThat(rows("SELECT run FROM impact_manifest_history FORMAT TSV")).isEqualTo("2\n");
    }

    @Test
    void anEvaluationIsDueUntilARunHasSeenTheEndOfItsWindow() throws SQLException {
        String due = "SELECT due, evaluated_run FROM programme_evaluation FORMAT TSV";

        assertThat(rows(due)).isEqualTo("1\t\\N\n");
        run();
        assertThat(rows(due)).isEqualTo("0\t1\n");
    }

    @Test
    void aForecastFromBeforeTheLaunchIsScored() throws SQLException {
        execute(
                "INSERT INTO programme_forecast (programme_id, as_of, outcome, expected_effect, reps, mde) VALUES ('p-1', '2026-03-01', 'deals_won', 1.5, 40, 0.8)");

        run();

        assertThat(
                        rows(
                                "SELECT mde FROM current_programme_impact WHERE leads = 1 AND basis = 'assigned' FORMAT TSV"))
                .isEqualTo("0.8\n");
        assertThat(
                        rows(
                                "SELECT arrayFilter(claim -> claim.level = 5, evidence).met FROM current_programme_maturity FORMAT TSV"))
                .isEqualTo("[1,1,1]\n");
    }

    @Test
    void theOverviewHasALineForEachProgramme() throws SQLException {
        assertThat(
                        rows(
                                "SELECT programme_id, reps_assigned, verdict, level, due FROM programme_overview FORMAT TSV"))
                .isEqualTo("p-1\t20\t\t\\N\t1\n");

        run();

        assertThat(
                        rows(
                                "SELECT programme_id, reps_assigned, verdict, level, due FROM programme_overview FORMAT TSV"))
                .isEqualTo("p-1\t20\teffect\t1\t0\n");
    }

    @Test
    void withoutAnythingPublishedThereIsNothingToSay() {
        execute("TRUNCATE TABLE pipeline_status");

        assertThatThrownBy(ImpactRunIT::run)
                .isInstanceOf(NothingPublished.class)
                .hasMessageContaining("Nothing has been published yet");
    }

    private static Manifest run() throws SQLException {
        return withConnection(connection -> new ImpactRun(connection, SETTINGS, step -> {}).run());
    }

    /** What differs. */
    private static List<String> verify(Manifest manifest) throws SQLException {
        return withConnection(
                connection ->
                        ImpactRun.repeat(connection, manifest, step -> {}).checks().stream()
                                .filter(check -> !check.isEqual())
                                .map(Verification.Check::name)
                                .toList());
    }

    private interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private static <T> T withConnection(Work<T> work) throws SQLException {
        try (Connection connection =
                ResultDatabase.connect(
                        Services.clickHouseUrl(), database, Services.user(), Services.password())) {
            return work.on(connection);
        }
    }

    /** The private key; the public one lies beside it. */
    private Path keys() {
        return KeyFiles.write(directory, "evaluator");
    }

    private static void define(int version, String recorded, String baselineFrom, long cost) {
        execute(
                """
                INSERT INTO programme (generation, version, programme_id, definition, source, event_id, name, owner,
                    audience_roles, launch_at, payback_end_at, cost_minor, currency, primary_metric,
                    baseline_from, baseline_to, assignment, defined_at, recorded_at)
                VALUES (1, 7, 'p-1', %d, 'lms', 'd-%d', 'P 1', 'enablement', ['ae'], '2026-04-01', '2026-07-01', %d, 'USD',
                    'deals_won', '%s', '2026-04-01', 'random', '%s', '%s')
                """
                        .formatted(version, version, cost, baselineFrom, recorded, recorded));
    }

    private static void publish(long checkpoint, String until) {
        execute(
                "INSERT INTO pipeline_status (job, generation, checkpoint, committed_at, greatest_occurred_at) VALUES ('cohort-metrics', 1, %d, now64(6), '%s')"
                        .formatted(checkpoint, until));
    }

    private static String rows(String sql) {
        return Services.execute(database, sql);
    }

    private static void execute(String sql) {
        Services.execute(database, sql);
    }
}
