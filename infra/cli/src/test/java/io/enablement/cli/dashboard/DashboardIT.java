package io.enablement.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.enablement.cli.FinishedOrganisation;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.OpenClickHouse;
import io.enablement.dashboard.Dashboard;
import io.enablement.dashboard.DashboardSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in a browser, over a simulated organisation that went the whole way. */
final class DashboardIT {

    private static final String SCRIPT = FinishedOrganisation.SCRIPT;
    private static final String ADMIN = "admin-0123456789abcdef0123456789";
    private static final String ENABLEMENT = "enablement-0123456789abcdef01234";
    private static final String MANAGER = "manager-0123456789abcdef01234567";
    private static final String OWN_TEAM = "team-001";
    private static final String OTHER_TEAM = "team-002";
    private static final String TOKENS =
            """
            name,role,team,token
            Ada,admin,,%s
            Eve,enablement,,%s
            Bob,manager,%s,%s
            """
                    .formatted(ADMIN, ENABLEMENT, OWN_TEAM, MANAGER);

    private static final String OF_PROGRAMME = "metric=enrolled&programme=prog-discovery";

    @TempDir private static Path directory;
    private static OpenClickHouse open;
    private static ClickHouse clickHouse;

    /** Holds back the entries of an explanation when it is told to. */
    private static HeldClickHouse held;

    private static Dashboard dashboard;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Path chromium = Browser.required();
        open = OpenClickHouse.on(FinishedOrganisation.copiedTo(directory).directory());
        clickHouse = ClickHouse.at(open.url(), open.credentials(), "default");
        clickHouse.insert(
                "rep_directory", List.of(Map.of("rep_id", "rep-0001", "name", "Grace Hopper")));
        held = HeldClickHouse.before(open.url(), "FROM explained_part");
        dashboard = Dashboard.start(settings(held.url()), clock());
        browser = Browser.open(chromium);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable part : new AutoCloseable[] {browser, dashboard, held, open}) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DashboardSettings settings(String clickHouseUrl) throws IOException {
        Path tokens = Files.writeString(directory.resolve("tokens.csv"), TOKENS);
        return DashboardSettings.of(
                "127.0.0.1",
                "0",
                new DashboardSettings.ClickHouse(
                        clickHouseUrl,
                        open.credentials().user(),
                        open.credentials().password(),
                        "default"),
                "",
                tokens.toString(),
                "");
    }

    private static Clock clock() {
        return Clock.fixed(published().plusSeconds(20), ZoneOffset.UTC);
    }

    private static Instant published() {
        return Instant.parse(
                clickHouse.value(
                        "SELECT formatDateTime(max(committed_at), '%Y-%m-%dT%H:%i:%SZ', 'UTC') FROM"
                                + " current_status",
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes",
                "/programmes/prog-discovery",
                "/teams",
                "/teams/" + OWN_TEAM,
                "/explain?metric=close_rate_count&period=2024",
                "/deals?id=deal-000001",
                "/changes?since=2024-01-01",
                "/data",
                "/nowhere"
            })
    void everyPageCanBeReadByEverybody(String path) {
        browser.takeComplaints();

        Page page = window(ADMIN, path, ColorScheme.LIGHT);

        assertThat(page.locator("h1").count()).isOne();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertThat(seriousProblems(page, colours)).as(path + " " + colours).isEmpty();
        }
        assertThat(browser.takeComplaints()).filteredOn(each -> !each.contains("404")).isEmpty();
    }

    @Test
    void everyChartHasItsTable() {
        Page page = window(ADMIN, "/programmes/prog-discovery", ColorScheme.LIGHT);

        assertThat(page.locator("[data-chart] canvas").count()).isPositive();
        assertThat(page.locator("[data-chart] canvas").count())
                .isEqualTo(page.locator("[data-chart] ~ details table").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "region", "role", "deals", "period", "basis"})
    void everyChoiceStandsInTheAddress(String name) {
        Page page = window(ADMIN, "/programmes", ColorScheme.LIGHT);
        Locator choice = page.locator("select[name=" + name + "]");
        String value = choice.locator("option").last().getAttribute("value");

        choice.selectOption(value);
        page.waitForURL(url -> url.contains(name + "=" + encoded(value)));
        page.reload();
        whole(page);

        assertThat(page.locator("select[name=" + name + "]").inputValue()).isEqualTo(value);
        assertThat(page.locator("table tbody tr").count()).isPositive();
    }

    @Test
    void sortsByEveryColumn() {
        Page page = window(ADMIN, "/programmes", ColorScheme.LIGHT);

        page.locator("th a.sort", new Page.LocatorOptions().setHasText("People")).click();
        page.waitForURL(url -> url.contains("sort=-people"));
        whole(page);

        List<Integer> people =
                page.locator("tbody tr td:nth-child(2) a").allInnerTexts().stream()
                        .map(Integer::valueOf)
                        .toList();
        assertThat(people).isNotEmpty().isSortedAccordingTo((one, other) -> other - one);
        assertThat(page.locator("th[aria-sort=descending]").innerText()).contains("People");
    }

    @Test
    void aNumberLeadsToItsRawEvent() {
        Page page = window(ADMIN, "/programmes/prog-discovery", ColorScheme.LIGHT);
        Locator number = page.locator("#cohorts a.number").first();
        String shown = number.innerText();

        number.click();
        page.waitForURL(url -> url.contains("/explain?"));
        whole(page);
        assertThat(page.locator(".figure").innerText()).isEqualTo(shown);
        Locator entry = causedByItsDeal(page.locator("#entries tbody tr"));
        String event = entry.locator("td:nth-child(5) .detail").innerText();
        String place = entry.locator("td:nth-child(7)").innerText();
        assertThat(placeOf(event)).isEqualTo(place);

        entry.locator("a").first().click();
        page.waitForURL(url -> url.contains("/deals?"));
        whole(page);
        assertThat(page.locator(".timeline").innerText()).contains(event).contains(place);
    }

    @Test
    void aNumberOfSomeRepsLeadsToItsEntries() {
        List<String> most =
                clickHouse
                        .rows(
                                """
                                SELECT of_programme, role
                                FROM current_rep_ledger
                                INNER JOIN
                                (
                                    SELECT rep_id, programme_id AS of_programme
                                    FROM current_exposure
                                    WHERE basis = 'assigned'
                                ) AS members USING (rep_id)
                                WHERE part = 'won' AND role != ''
                                GROUP BY of_programme, role
                                ORDER BY count() DESC
                                LIMIT 1
                                """,
                                Map.of())
                        .get(0);
        String role = most.get(1);
        Page page =
                window(
                        ADMIN,
                        "/programmes/%s?role=%s".formatted(most.get(0), encoded(role)),
                        ColorScheme.LIGHT);
        Locator number = page.locator("#cohorts a.number[href*='metric=close_rate_count']").first();
        String shown = number.innerText();

        number.click();
        page.waitForURL(url -> url.contains("/explain?"));
        whole(page);
        assertThat(page.locator("h1").innerText()).contains("role " + role);
        assertThat(page.locator(".figure").innerText()).isEqualTo(shown);
        assertThat(page.locator("#entries tbody tr").count()).isPositive();
    }

    @Test
    void whatIsOpenLeadsToItsDeals() {
        Page page = window(ADMIN, "/teams", ColorScheme.LIGHT);
        Locator number = page.locator("tbody a.number[href*='metric=open_deals']").first();
        String shown = number.innerText();

        number.click();
        page.waitForURL(url -> url.contains("metric=open_deals"));
        whole(page);

        assertThat(page.locator(".figure").innerText()).isEqualTo(shown);
        assertThat(page.locator("#open-deals tbody tr").count())
                .isEqualTo(Math.min(100, Integer.parseInt(shown)));
    }

    @Test
    void theLastManifestIsTheOneOfTheEstimator() {
        Page page = window(ADMIN, "/data", ColorScheme.LIGHT);

        assertThat(page.locator("body").innerText()).contains("Last manifest", "not signed");
        assertThat(text(ADMIN, "/data/manifest.json"))
                .isEqualTo(
                        clickHouse
                                .objects("SELECT manifest FROM impact_manifest", Map.of())
                                .get(0)
                                .path("manifest")
                                .asText());
    }

    @Test
    void theEventStudyIsTheOneOfTheEstimator() {
        Page page = window(ADMIN, "/programmes/prog-discovery", ColorScheme.LIGHT);
        List<List<String>> estimates =
                clickHouse.rows(
                        """
                        SELECT toString(event_time), toString(round(estimate * 100, 6))
                        FROM current_programme_effect
                        WHERE programme_id = 'prog-discovery' AND basis = 'assigned' AND part = 'event'
                            AND outcome = 'close_rate_count'
                        ORDER BY event_time
                        """,
                        Map.of());
        Locator rows = page.locator("#event-study tbody tr");

        assertThat(estimates).hasSizeGreaterThan(3);
        assertThat(rows.locator("th").allTextContents())
                .isEqualTo(estimates.stream().map(row -> row.get(0)).toList());
        for (int month = 0; month < estimates.size(); month++) {
            String points = rows.nth(month).locator("td").last().textContent().strip();
            assertThat(Double.parseDouble(points.replace("−", "-").replaceAll("[^0-9.-]", "")))
                    .isCloseTo(
                            Double.parseDouble(estimates.get(month).get(1)),
                            Offset.offset(0.0500001));
        }
    }

    @Test
    void aPageStandsBeforeAllOfItsAnswersAreThere() {
        held.hold();
        Page page = browser.window(ADMIN, ColorScheme.LIGHT);
        page.navigate(address("/explain?metric=close_rate_count&period=2025"));

        assertThat(page.locator(".formula .step").last().innerText()).contains("…");
        assertThat(page.locator("#state").innerText()).contains("still being fetched");
        assertThat(page.locator("#entries").count()).isZero();

        held.release();
        whole(page);
        assertThat(page.locator(".formula .step").last().innerText()).doesNotContain("…");
        assertThat(page.locator("#state").innerText()).contains("complete");
        assertThat(page.locator("#entries tbody tr").count()).isPositive();
    }

    @Test
    void nothingStandsBeforeItIsKnownHowManyRepsItTellsOf() {
        held.hold();
        Page page = browser.window(ENABLEMENT, ColorScheme.LIGHT);
        page.navigate(address("/explain?metric=close_rate_value&period=2024"));
        Response nothingNew =
                page.waitForResponse(
                        answer -> answer.request().headers().containsKey("x-progress"), () -> {});

        assertThat(nothingNew.status()).isEqualTo(204);
        assertThat(page.locator(".formula").count()).isZero();

        held.release();
        whole(page);
        assertThat(page.locator("#shown").innerText()).contains("fewer than 5 reps");
        assertThat(page.locator(".formula").count()).isZero();
    }

    @Test
    void aPageSaysWhatFailsAfterItStood() {
        held.hold();
        Page page = browser.window(ADMIN, ColorScheme.LIGHT);
        page.navigate(address("/explain?metric=deals_won&period=2024"));
        page.locator(".pending").first().waitFor();

        held.refuse("Code: 241. DB::Exception: Query memory limit exceeded");

        whole(page);
        assertThat(page.locator("#shown").innerText()).contains("memory limit exceeded");
        assertThat(page.locator("#state").textContent()).isEqualTo("No answer from ClickHouse");
    }

    /** The visit of a person takes longer than a page waits; the program still waits after it. */
    @Test
    void aProgramMayWaitForTheWholePage() {
        String address = address("/explain?metric=close_rate_value&period=2025");
        held.hold();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + ADMIN)
                        .header("Prefer", "wait=60")
                        .build();
        CompletableFuture<HttpResponse<String>> page =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        browser.window(ADMIN, ColorScheme.LIGHT).navigate(address);

        held.release();

        assertThat(page.join().body())
                .contains("id=\"entries\"")
                .doesNotContain("hx-trigger=\"load");
    }

    /** An entry may also be caused by an event of its rep, like a change of team. */
    private static Locator causedByItsDeal(Locator entries) {
        return entries.filter(new Locator.FilterOptions().setHasText("deal-events")).first();
    }

    private static String placeOf(String event) {
        return clickHouse.value(
                """
                SELECT concat(topic, ' ', toString(partition), '@', toString(offset))
                FROM current_event_log
                WHERE source = {source:String} AND event_id = {id:String} AND refused = ''
                ORDER BY partition, offset
                LIMIT 1
                """,
                Map.of("source", event.split("/")[0], "id", event.split("/")[1]));
    }

    @Test
    void showsWhatWasShownThen() {
        Page before = window(ADMIN, "/teams?period=all&as-of=2024-01-01", ColorScheme.LIGHT);
        Page after =
                window(
                        ADMIN,
                        "/teams?period=all&as-of=" + published().plusSeconds(60),
                        ColorScheme.LIGHT);
        Page now = window(ADMIN, "/teams?period=all", ColorScheme.LIGHT);

        assertThat(before.locator("tbody tr").count()).isZero();
        assertThat(before.locator(".banner").innerText()).contains("As shown on 2024-01-01");
        assertThat(column(after, 9)).isEqualTo(column(now, 9)).isNotEmpty();
    }

    private static List<String> column(Page page, int number) {
        return page.locator("tbody tr td:nth-child(" + number + ")").allInnerTexts();
    }

    @Test
    void aDownloadEqualsSql() throws IOException {
        Page page = browser.window("", ColorScheme.LIGHT);
        enter(page);
        page.navigate(address("/teams?period=all"));

        Download download = page.waitForDownload(() -> page.locator("a.download").click());

        Map<String, String> downloaded = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(download.path())) {
            for (NamedCsvRecord row : rows) {
                downloaded.put(
                        row.getField("team") + " " + row.getField("period"),
                        row.getField("deals_won") + " " + row.getField("won_amount_minor"));
            }
        }
        assertThat(downloaded).isEqualTo(wonOfTeams());
    }

    private static Map<String, String> wonOfTeams() {
        return clickHouse
                .rows(
                        """
                        SELECT concat(team, ' ', period), concat(toString(deals_won), ' ', toString(won_amount_minor))
                        FROM team_scorecard
                        WHERE deal_type = 'all' AND period_kind != 'month' AND team != ''
                        """,
                        Map.of())
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get(0), row -> row.get(1), (a, b) -> b, TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({"cohort, cohort", "control, controls"})
    void numbersOfChosenRepsAreThoseOfTheScorecardWhereAllAreChosen(String grain, String side) {
        String numbers =
                "programme_id, basis, cohort, deal_type, period, deals_won, won_amount_minor, close_rate_count, created_win_rate, horizon_win_rate, cycle_days_won_median, quota_attainment, median_rep_attainment, reps";
        String chosen =
                "SELECT %s FROM chosen_scorecard(programme = '', basis = '', team = '', role = '', region = '', by_time = 0) WHERE side = '%s'"
                        .formatted(numbers, side);
        String all = "SELECT %s FROM %s_scorecard".formatted(numbers, grain);

        assertThat(clickHouse.rows(all, Map.of())).isNotEmpty();
        assertThat(clickHouse.rows(chosen + " EXCEPT " + all, Map.of())).isEmpty();
        assertThat(clickHouse.rows(all + " EXCEPT " + chosen, Map.of())).isEmpty();
    }

    @Test
    void aManagerSeesTheOwnTeamAlone() {
        Page page = window(MANAGER, "/teams", ColorScheme.LIGHT);

        assertThat(page.locator("tbody th").allInnerTexts()).containsExactly(OWN_TEAM);
        assertThat(status(MANAGER, "/teams/" + OTHER_TEAM)).isEqualTo(403);
        assertThat(status(MANAGER, "/teams/" + OTHER_TEAM + ".csv")).isEqualTo(403);
        assertThat(status(MANAGER, "/deals?id=" + dealOf(OTHER_TEAM))).isEqualTo(404);
        assertThat(status(MANAGER, "/deals?id=" + dealOf(OWN_TEAM))).isEqualTo(200);
        assertThat(text(MANAGER, "/teams.csv?team=" + OTHER_TEAM))
                .contains(OWN_TEAM)
                .doesNotContain(OTHER_TEAM);
        assertThat(text(MANAGER, "/explain.csv?metric=deals_won&period=all&team=" + OTHER_TEAM))
                .contains(OWN_TEAM)
                .doesNotContain(OTHER_TEAM);
        assertThat(status(MANAGER, "/explain.csv?" + OF_PROGRAMME)).isEqualTo(403);
        assertThat(text(ADMIN, "/explain?" + OF_PROGRAMME)).contains("rep-0");
        assertThat(text(MANAGER, "/explain?" + OF_PROGRAMME))
                .contains("of reps of other teams too")
                .doesNotContain("rep-0");
    }

    private static String dealOf(String team) {
        return clickHouse.value(
                """
                SELECT min(subject)
                FROM current_rep_ledger
                INNER JOIN current_deal ON deal_id = subject
                WHERE part = 'won' AND team = {team:String} AND status = 'won' AND owner = rep_id AND closed_owner = rep_id
                """,
                Map.of("team", team));
    }

    @Test
    void enablementSeesGroupsAndNobodyAlone() {
        assertThat(status(ENABLEMENT, "/explain?metric=deals_won&period=all&rep=rep-0001"))
                .isEqualTo(403);
        assertThat(status(ENABLEMENT, "/teams.csv")).isEqualTo(403);
        assertThat(text(ENABLEMENT, "/explain?metric=deals_won&period=all"))
                .doesNotContain("rep-0");
        assertThat(text(ENABLEMENT, "/data")).doesNotContain("Samples of dead letters");
    }

    @Test
    void namesAreForThoseWhoMaySeeThem() {
        String path = "/deals?id=" + encoded(SCRIPT);

        assertThat(text(ADMIN, path)).contains("Grace Hopper");
        assertThat(text(ENABLEMENT, path))
                .doesNotContain("Grace Hopper")
                .doesNotContain("rep-0001");
    }

    @Test
    void aScriptInTheNameOfADealStaysText() {
        Page page = window(ADMIN, "/deals?id=" + encoded(SCRIPT), ColorScheme.LIGHT);

        assertThat(page.locator("h1").innerText()).isEqualTo("Deal " + SCRIPT);
        assertThat(page.title()).isEqualTo("Deal " + SCRIPT + " · Enablement Impact");
    }

    @Test
    void nobodyEntersWithoutAToken() {
        assertThat(status("", "/programmes")).isEqualTo(401);
        assertThat(status("no-such-token-0123456789abcdef", "/programmes.csv")).isEqualTo(401);
        Page page = browser.window("", ColorScheme.LIGHT);

        enter(page);

        assertThat(page.locator("h1").innerText()).isEqualTo("Programmes");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        Page page = browser.window(ADMIN, ColorScheme.LIGHT);
        Response answer = page.navigate(address("/programmes"));

        assertThat(answer.headers().get("content-security-policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(page.content()).doesNotContain("<script>");
    }

    @Test
    void whatCannotBeShownIsExplained() {
        assertThat(text(ADMIN, "/programmes?team=nowhere"))
                .contains("There is no team &#39;nowhere&#39;", OWN_TEAM);
        assertThat(status(ADMIN, "/programmes?team=nowhere")).isEqualTo(400);
        assertThat(text(ADMIN, "/programmes/none")).contains("There is no programme");
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(text(ADMIN, "/teams?period=all&lang=de"))
                .contains("\u00a0%")
                .contains("\u00a0$");
        assertThat(text(ADMIN, "/teams?period=all&lang=en-US"))
                .contains("$")
                .doesNotContain("\u00a0%");
    }

    @Test
    void lightAndDarkCanBeChosen() {
        Page page = window(ADMIN, "/data", ColorScheme.LIGHT);

        page.locator("#theme").click();
        page.reload();

        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void aDefinitionIsShownWhereTheFocusRests() {
        Page page = window(ADMIN, "/teams", ColorScheme.LIGHT);

        page.locator("th a.sort", new Page.LocatorOptions().setHasText("Pace")).focus();

        assertThat(page.locator("#tip").innerText()).contains("share of the period that is over");
    }

    /** By the form, as a person does; a download comes with the session alone. */
    private static void enter(Page page) {
        page.navigate(address("/programmes"));
        page.locator("input[name=token]").fill(ADMIN);
        page.locator("button.primary").click();
        page.waitForURL(url -> url.endsWith("/programmes"));
    }

    private static Page window(String token, String path, ColorScheme colours) {
        Page page = browser.window(token, colours);
        page.navigate(address(path));
        return whole(page);
    }

    /** Once nothing of it is being fetched any more. */
    private static Page whole(Page page) {
        page.waitForFunction(
                "() => document.readyState === 'complete' && !document.querySelector('#shown[hx-get]')");
        return page;
    }

    /** All that can be seen by a program; in the dark nothing but the colours is different. */
    private static List<String> seriousProblems(Page page, ColorScheme colours) {
        List<String> problems = new ArrayList<>();
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (colours == ColorScheme.DARK) {
            axe.withRules(List.of("color-contrast"));
        }
        for (Rule rule : axe.analyze().getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                problems.add(rule.getId() + " " + rule.getNodes().get(0).getHtml());
            }
        }
        return problems;
    }

    private static int status(String token, String path) {
        return ask(token, path).status();
    }

    private static String text(String token, String path) {
        return ask(token, path).text();
    }

    private static APIResponse ask(String token, String path) {
        return browser.window(token, ColorScheme.LIGHT)
                .request()
                .get(
                        address(path),
                        RequestOptions.create().setHeader("Prefer", "wait=60").setTimeout(120_000));
    }

    private static String address(String path) {
        return dashboard.url().resolve("/") + path.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
