package io.enablement.bench.dashboard;

import io.enablement.bench.Scene;
import io.enablement.bench.contest.Database;
import io.enablement.bench.process.Services;
import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Quantiles;
import io.enablement.bench.report.Samples;
import io.enablement.bench.report.Target;
import io.enablement.dashboard.DashboardSettings;
import io.enablement.dashboard.access.Viewer;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.TopicEnds;
import io.enablement.dashboard.page.Address;
import io.enablement.dashboard.page.ChangesPage;
import io.enablement.dashboard.page.DataPage;
import io.enablement.dashboard.page.DealPage;
import io.enablement.dashboard.page.ExplainPage;
import io.enablement.dashboard.page.ProgrammePage;
import io.enablement.dashboard.page.ProgrammesPage;
import io.enablement.dashboard.page.TeamsPage;
import io.enablement.dashboard.page.Visit;
import io.enablement.dashboard.view.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Visits to the pages of the dashboard over an organisation of many deals, as the server makes
 * them: the first visitor, for whom every question of the page goes to ClickHouse, and the next
 * one, who finds the answers kept.
 */
public final class PageVisits {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    /** Different programmes, teams, deals and numbers. */
    private static final int VISITS_OF_ROUND = 5;

    /** After so much of a round a page is not visited again in it. */
    private static final double ENOUGH_MILLIS = 30_000;

    /** The whole page is waited for, however long it takes. */
    private static final Duration WHOLE = Duration.ofHours(1);

    private static final double MILLIS = 1e6;
    private static final double SHARE = 0.95;
    private static final double MOST_KEPT_MILLIS = 500;

    private final Scene scene;
    private final Organisation organisation;

    /** One address of a page and how the server draws it. */
    private record Stop(String page, Address address, Function<Visit, Page> drawn) {}

    /** Milliseconds of the first visit and the next one. */
    private record Taken(double first, double next) {}

    public PageVisits(Scene scene) {
        this.scene = scene;
        this.organisation = new Organisation(scene.deals());
    }

    public List<Finding> findings() {
        Database database = scene.services().newDatabase("dashboard");
        scene.progress("Dashboard, filling the tables of %,d deals".formatted(scene.deals()));
        organisation.fill(
                database,
                table -> scene.progress("Dashboard, table %s is filled".formatted(table)));
        io.enablement.dashboard.answer.Database answering =
                new io.enablement.dashboard.answer.Database(
                        new DashboardSettings.ClickHouse(
                                database.url(), Services.USER, Services.PASSWORD, database.name()));
        scene.progress("Dashboard, warming up");
        stops(0).forEach(stop -> visit(answering, stop));
        Map<String, List<Quantiles>> first = new LinkedHashMap<>();
        Map<String, List<Quantiles>> next = new LinkedHashMap<>();
        for (int round = 1; round <= scene.rounds(); round++) {
            visits(answering, round)
                    .forEach(
                            (page, taken) -> {
                                add(first, page, taken.stream().map(Taken::first).toList());
                                add(next, page, taken.stream().map(Taken::next).toList());
                            });
        }
        database.ask("DROP DATABASE " + database.name());
        List<Finding> findings = new ArrayList<>();
        first.forEach((page, each) -> findings.add(finding("first visit to " + page, null, each)));
        next.forEach(
                (page, each) ->
                        findings.add(
                                finding(
                                        "next visit to " + page,
                                        Target.atMost(MOST_KEPT_MILLIS),
                                        each)));
        return findings;
    }

    private Map<String, List<Taken>> visits(
            io.enablement.dashboard.answer.Database database, int round) {
        Map<String, List<Taken>> taken = new LinkedHashMap<>();
        Map<String, Double> millis = new HashMap<>();
        for (int number = 1; number <= VISITS_OF_ROUND; number++) {
            for (Stop stop : stops(round * VISITS_OF_ROUND + number)) {
                if (millis.getOrDefault(stop.page(), 0.0) > ENOUGH_MILLIS) {
                    continue;
                }
                Taken now = visit(database, stop);
                millis.merge(stop.page(), now.first(), Double::sum);
                taken.computeIfAbsent(stop.page(), page -> new ArrayList<>()).add(now);
                scene.progress(
                        "Dashboard, round %d of %d, visit %d to %s: %,.0f ms, the next one %.1f ms"
                                .formatted(
                                        round,
                                        scene.rounds(),
                                        number,
                                        stop.page(),
                                        now.first(),
                                        now.next()));
            }
        }
        return taken;
    }

    private static Taken visit(io.enablement.dashboard.answer.Database database, Stop stop) {
        // Nothing is kept yet, and nothing is fetched beside the page.
        try (Answers answers = new Answers(database, List.of(), programmes -> List.of())) {
            return new Taken(draw(stop, answers), draw(stop, answers));
        }
    }

    private static double draw(Stop stop, Answers answers) {
        long started = System.nanoTime();
        stop.drawn().apply(new Visit(Viewer.LOCAL, stop.address(), answers, Locale.US, WHOLE));
        return (System.nanoTime() - started) / MILLIS;
    }

    private List<Stop> stops(int number) {
        String programme = "programme-" + number % 8;
        String team = "team-" + number % organisation.teams();
        String deal = "deal-%09d".formatted(number * 7_919L % organisation.deals());
        Address metric =
                Address.of("/explain")
                        .with("metric", "close_rate_count")
                        .with("period", "2025-Q" + (1 + number % 4));
        return List.of(
                new Stop("/programmes", Address.of("/programmes"), ProgrammesPage::of),
                new Stop(
                        "/programmes/{id}",
                        Address.of("/programmes/" + programme),
                        visit -> ProgrammePage.of(visit, programme)),
                new Stop("/teams", Address.of("/teams"), TeamsPage::all),
                new Stop(
                        "/teams/{team}",
                        Address.of("/teams/" + team),
                        visit -> TeamsPage.one(visit, team)),
                new Stop("/explain of a team", metric.with("team", team), ExplainPage::of),
                new Stop(
                        "/explain of a cohort",
                        metric.with("programme", programme).with("cohort", "2024-12"),
                        ExplainPage::of),
                new Stop("/deals?id=", Address.of("/deals").with("id", deal), DealPage::of),
                new Stop("/changes", Address.of("/changes"), visit -> ChangesPage.of(visit, NOW)),
                new Stop(
                        "/data",
                        Address.of("/data"),
                        visit -> DataPage.of(visit, NOW, new TopicEnds(""))));
    }

    private static void add(
            Map<String, List<Quantiles>> quantiles, String page, List<Double> millis) {
        quantiles.computeIfAbsent(page, first -> new ArrayList<>()).add(Quantiles.of(millis));
    }

    private static Finding finding(String what, Target target, List<Quantiles> rounds) {
        return new Finding(
                "dashboard",
                "p95 ms, " + what,
                target,
                new Samples(rounds.stream().map(each -> each.at(SHARE)).toList()));
    }
}
