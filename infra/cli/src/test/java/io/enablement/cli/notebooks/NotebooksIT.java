package io.enablement.cli.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.enablement.cli.FinishedOrganisation;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.OpenClickHouse;
import io.enablement.dashboard.Dashboard;
import io.enablement.dashboard.DashboardSettings;
import io.enablement.dashboard.view.Format;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every notebook runs over a simulated organisation, and its numbers are those of the dashboard's
 * pages and files and of the views.
 */
final class NotebooksIT {

    /** Of programmes that are looked at; the credit of all of them is compared in the views. */
    private static final int PAGES = 2;

    private static final Format WRITTEN =
            new Format(Locale.US, Currency.getInstance("USD"), ZoneOffset.UTC);

    @TempDir private static Path folder;
    private static FinishedOrganisation organisation;
    private static OpenClickHouse open;
    private static ClickHouse clickHouse;
    private static Dashboard dashboard;
    private static final Map<String, Notebook> NOTEBOOKS = new HashMap<>();

    @BeforeAll
    static void runEveryNotebook() throws Exception {
        Jupyter jupyter = Jupyter.find();
        organisation = FinishedOrganisation.copiedTo(folder);
        open = OpenClickHouse.on(organisation.directory());
        clickHouse = ClickHouse.at(open.url(), open.credentials(), "default");
        List<Jupyter.Run> runs = new ArrayList<>();
        for (Notebook notebook : Notebook.all()) {
            runs.add(jupyter.start(notebook, environment(), folder));
        }
        for (Jupyter.Run run : runs) {
            Notebook notebook = run.await();
            NOTEBOOKS.put(notebook.name(), notebook);
        }
        dashboard =
                Dashboard.start(
                        new DashboardSettings(
                                "127.0.0.1",
                                0,
                                new DashboardSettings.ClickHouse(
                                        open.url(),
                                        open.credentials().user(),
                                        open.credentials().password(),
                                        "default"),
                                "",
                                List.of(),
                                Set.of()),
                        Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (dashboard != null) {
            dashboard.close();
        }
        if (open != null) {
            open.close();
        }
    }

    @Test
    void impactIsTheOneOfTheViews() {
        NotebookNumber verdict = impact().numbers("verdict").get(0);
        JsonNode row =
                row(
                        "SELECT * FROM current_programme_impact WHERE programme_id = {programme:String} AND basis = {basis:String} AND leads = 1",
                        programmeAndBasis(verdict));

        assertThat(verdict.value().asText()).isEqualTo(row.path("verdict").asText());
        assertThat(verdict.of("outcome")).isEqualTo(row.path("outcome").asText());
        for (String number : List.of("low", "high", "baseline", "p_value", "reps_treated")) {
            assertSame(impact().numbers(number).get(0), row.path(number));
        }
        assertSame(effect(), row.path("estimate"));
    }

    @Test
    void impactIsTheOneOfTheProgrammesPage() throws Exception {
        String page = programmePage(effect().of("programme_id"));

        assertThat(effect().of("outcome")).isEqualTo("close_rate_count");
        assertThat(page).contains(WRITTEN.points(effect().value().asDouble()));
        for (String number : List.of("roi", "roi_low", "roi_high")) {
            assertThat(page)
                    .contains(
                            WRITTEN.share(impact().numbers(number).get(0).value().decimalValue()));
        }
        assertThat(page).contains(impact().numbers("level").get(0).value().asText() + " of 5");
    }

    @Test
    void cohortsAreThoseOfTheProgrammesFile() throws Exception {
        List<NotebookNumber> rates = impact().numbers("close_rate_count");
        List<NamedCsvRecord> file =
                csv("/programmes/" + rates.get(0).of("programme_id") + "/cohorts.csv");

        assertThat(rates).hasSizeGreaterThan(5);
        for (NotebookNumber rate : rates) {
            List<NamedCsvRecord> rows = file.stream().filter(row -> isOf(row, rate)).toList();
            if (rate.value().isNull()) {
                assertThat(rows).allMatch(row -> row.getField("close_rate_count").isEmpty());
            } else {
                assertThat(rows).singleElement().satisfies(row -> assertSame(rate, row));
            }
        }
    }

    @Test
    void creditIsTheWonAmountUnderEveryModel() {
        double won =
                number(
                        "SELECT sum(reporting_minor) FROM current_deal WHERE status = 'won'",
                        Map.of());

        Map<String, Double> totals =
                attribution().numbers("attributed_amount_minor").stream()
                        .collect(
                                Collectors.groupingBy(
                                        credit -> credit.of("model"),
                                        Collectors.summingDouble(
                                                credit -> credit.value().asDouble())));

        assertThat(totals)
                .containsOnlyKeys("first", "last", "linear", "position", "time_decay", "w_shaped")
                .allSatisfy((model, total) -> assertThat(total).isEqualTo(won));
    }

    @Test
    void creditIsTheOneOfTheProgrammesPage() throws Exception {
        Map<String, List<NotebookNumber>> credits =
                attribution().numbers("attributed_amount_minor").stream()
                        .filter(credit -> credit.of("programme_id").startsWith("prog-"))
                        .collect(Collectors.groupingBy(credit -> credit.of("programme_id")));

        assertThat(credits).hasSizeGreaterThan(3);
        for (Map.Entry<String, List<NotebookNumber>> programme :
                credits.entrySet().stream().limit(PAGES).toList()) {
            String page = programmePage(programme.getKey());
            for (NotebookNumber credit : programme.getValue()) {
                assertThat(page).contains(WRITTEN.money(credit.value().decimalValue()));
            }
        }
    }

    @Test
    void auditedNumberIsTheExplainedOne() throws Exception {
        NotebookNumber rate = audit().numbers("close_rate_count").get(0);

        assertThat(get(explained(rate, "/explain")))
                .contains(WRITTEN.share(rate.value().decimalValue()));
        List<NamedCsvRecord> entries = csv(explained(rate, "/explain.csv"));
        assertThat(audit().numbers("entries").get(0).value().asInt()).isEqualTo(entries.size());
        for (NotebookNumber part : audit().numbers("amount")) {
            long sum =
                    entries.stream()
                            .filter(entry -> entry.getField("part").equals(part.of("part")))
                            .mapToLong(entry -> Long.parseLong(entry.getField("amount")))
                            .sum();
            assertThat(part.value().asLong()).isEqualTo(sum);
        }
    }

    @Test
    void auditedNumberIsComputedAgainFromTheArchivedEvents() {
        NotebookNumber rate = audit().numbers("close_rate_count").get(0);

        assertThat(audit().numbers("recomputed").get(0).value()).isEqualTo(rate.value());
        assertThat(audit().numbers("contradictions").get(0).value().asInt()).isZero();
    }

    @Test
    void recordsAreThoseOfTheDataPage() throws Exception {
        List<NotebookNumber> records = quality().numbers("records");
        Map<String, Long> read =
                csv("/data/sources.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("source"),
                                        row -> Long.parseLong(row.getField("records"))));

        assertThat(records.stream().mapToLong(each -> each.value().asLong()).sum())
                .isEqualTo(organisation.records());
        for (NotebookNumber topic : records) {
            assertThat(topic.value().asLong()).isEqualTo(read.get(topic.of("topic")));
        }
    }

    @Test
    void freshnessAndFlagsAreThoseOfTheDataPage() throws Exception {
        Map<String, String> published =
                csv("/data/published.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("job"),
                                        row -> row.getField("occurred_until")));
        Map<String, String> flags =
                csv("/data/completeness.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("flag"), row -> row.getField("deals")));

        assertThat(quality().numbers("happened_until"))
                .hasSize(3)
                .allSatisfy(
                        until ->
                                assertThat(published.get(until.of("job")))
                                        .startsWith(until.value().asText()));
        assertThat(quality().numbers("times"))
                .filteredOn(flag -> flag.of("about").equals("deal"))
                .hasSize(flags.size())
                .allSatisfy(
                        flag ->
                                assertThat(flag.value().asText())
                                        .isEqualTo(flags.get(flag.of("flag"))));
    }

    private static Map<String, String> environment() {
        return Map.of(
                "ENABLEMENT_CLICKHOUSE", open.url(),
                "ENABLEMENT_CLICKHOUSE_USER", open.credentials().user(),
                "ENABLEMENT_CLICKHOUSE_PASSWORD", open.credentials().password());
    }

    private static Notebook impact() {
        return NOTEBOOKS.get("1-programme-impact.ipynb");
    }

    private static Notebook attribution() {
        return NOTEBOOKS.get("2-attribution-models.ipynb");
    }

    private static Notebook audit() {
        return NOTEBOOKS.get("3-audit-a-number.ipynb");
    }

    private static Notebook quality() {
        return NOTEBOOKS.get("4-data-quality.ipynb");
    }

    /** Of all months together; those of single months have an event time. */
    private static NotebookNumber effect() {
        return impact().numbers("estimate").stream()
                .filter(each -> !each.of().containsKey("event_time"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> programmeAndBasis(NotebookNumber number) {
        return Map.of("programme", number.of("programme_id"), "basis", number.of("basis"));
    }

    private static boolean isOf(NamedCsvRecord row, NotebookNumber number) {
        return row.getField("side").equals("cohort")
                && row.getField("period_kind").equals("month")
                && List.of("programme_id", "basis", "cohort", "period").stream()
                        .allMatch(column -> row.getField(column).equals(number.of(column)));
    }

    private static void assertSame(NotebookNumber number, NamedCsvRecord row) {
        assertThat(number.value().asDouble())
                .as(number.toString())
                .isEqualTo(Double.parseDouble(row.getField(number.name())));
    }

    private static void assertSame(NotebookNumber number, JsonNode stored) {
        assertThat(number.value().isNull()).as(number.toString()).isEqualTo(stored.isNull());
        assertThat(number.value().asDouble()).as(number.toString()).isEqualTo(stored.asDouble());
    }

    private static JsonNode row(String sql, Map<String, String> parameters) {
        List<JsonNode> rows = clickHouse.objects(sql, parameters);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static double number(String sql, Map<String, String> parameters) {
        return Double.parseDouble(clickHouse.rows(sql, parameters).get(0).get(0));
    }

    private static String programmePage(String programme) throws Exception {
        return get("/programmes/" + programme);
    }

    private static String explained(NotebookNumber number, String page) {
        return "%s?metric=%s&programme=%s&cohort=%s&period=%s"
                .formatted(
                        page,
                        number.name(),
                        number.of("programme"),
                        number.of("cohort"),
                        URLEncoder.encode(number.of("period"), StandardCharsets.UTF_8));
    }

    private static List<NamedCsvRecord> csv(String address) throws Exception {
        return CsvReader.builder().ofNamedCsvRecord(get(address)).stream().toList();
    }

    private static String get(String address) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(dashboard.url().resolve(address))
                                        .header("Prefer", "wait=60")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
