package io.enablement.dashboard.web;

import io.enablement.dashboard.DashboardSettings;
import io.enablement.dashboard.access.Gate;
import io.enablement.dashboard.access.Viewer;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.Database;
import io.enablement.dashboard.answer.DatabaseException;
import io.enablement.dashboard.answer.Publication;
import io.enablement.dashboard.answer.TopicEnds;
import io.enablement.dashboard.page.Address;
import io.enablement.dashboard.page.BadChoice;
import io.enablement.dashboard.page.ChangesPage;
import io.enablement.dashboard.page.DataPage;
import io.enablement.dashboard.page.DealPage;
import io.enablement.dashboard.page.Download;
import io.enablement.dashboard.page.ExplainPage;
import io.enablement.dashboard.page.ManifestSection;
import io.enablement.dashboard.page.ProgrammePage;
import io.enablement.dashboard.page.ProgrammesPage;
import io.enablement.dashboard.page.TeamsPage;
import io.enablement.dashboard.page.Visit;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Page;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which page is at which address, who is let in, and what happens where something fails. */
public final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /** Scripts and styles from here alone, and none within a page; nobody may frame it. */
    private static final Map<String, String> SECURITY =
            Map.of(
                    "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src"
                                    + " 'self' data:; font-src 'self'; connect-src 'self'; form-action"
                                    + " 'self'; base-uri 'none'; frame-ancestors 'none'",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final String VIEWER = "viewer";

    /** Set where a page already says what happened. */
    private static final String TOLD = "told";

    /** A page stands before this much longer than it takes to draw; what is not there follows. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** RFC 7240: for how many seconds whoever asks would rather wait for the whole page. */
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,6})(?:$|[,;\\s])", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_WAIT_SECONDS = 300;

    /** Which parts of the page the browser has. */
    private static final String PROGRESS = "X-Progress";

    private static final String SESSION = "enablement-session";
    private static final String NO_STORE = "no-store";

    private final DashboardSettings settings;
    private final Gate gate;
    private final Answers answers;
    private final Database database;
    private final TopicEnds kafka;
    private final Clock clock;
    private final Templates templates = new Templates();

    public Routes(
            DashboardSettings settings,
            Gate gate,
            Answers answers,
            Database database,
            TopicEnds kafka,
            Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.answers = answers;
        this.database = database;
        this.kafka = kafka;
        this.clock = clock;
    }

    public void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.http.maxRequestSize = 10_000;
        config.staticFiles.enableWebjars();
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/static";
                    files.directory = "/io/enablement/dashboard/static";
                    files.location = Location.CLASSPATH;
                });
        RoutesConfig routes = config.routes;
        routes.before(this::secure);
        routes.before(this::letIn);
        routes.get("/", context -> context.redirect("/programmes"));
        routes.get("/health", context -> context.result("ok"));
        routes.get("/login", context -> login(context, ""));
        routes.post("/login", this::enter);
        routes.post("/logout", this::leave);
        routes.get("/freshness", this::freshness);
        page(routes, "/programmes", ProgrammesPage::of);
        page(routes, "/programmes/{id}", "id", ProgrammePage::of);
        page(routes, "/teams", TeamsPage::all);
        page(routes, "/teams/{team}", "team", TeamsPage::one);
        page(routes, "/explain", ExplainPage::of);
        page(routes, "/deals", DealPage::of);
        page(routes, "/changes", visit -> ChangesPage.of(visit, clock.instant()));
        page(routes, "/data", visit -> DataPage.of(visit, clock.instant(), kafka));
        file(routes, "/programmes.csv", (visit, context) -> Download.programmes(visit));
        file(
                routes,
                "/programmes/{id}/cohorts.csv",
                (visit, context) -> Download.cohorts(visit, context.pathParam("id")));
        file(routes, "/teams.csv", (visit, context) -> Download.teams(visit));
        file(
                routes,
                "/teams/{team}.csv",
                (visit, context) -> Download.reps(visit, context.pathParam("team")));
        file(routes, "/explain.csv", (visit, context) -> Download.entries(visit));
        file(
                routes,
                "/changes/{which}.csv",
                (visit, context) ->
                        Download.restatements(visit, context.pathParam("which").equals("cohorts")));
        Downloads.OF_DATA.forEach(
                (name, question) ->
                        file(
                                routes,
                                "/data/" + name + ".csv",
                                (visit, context) -> new Download(name, question, Map.of())));
        routes.get("/data/manifest.json", this::manifest);
        routes.exception(
                BadChoice.class, (e, context) -> fail(context, e.status(), e.getMessage()));
        routes.exception(DatabaseException.class, this::failForDatabase);
        routes.exception(RuntimeException.class, this::failForOurselves);
        routes.error(
                404,
                context -> {
                    if (context.attribute(TOLD) == null) {
                        fail(context, 404, "There is no page at this address.");
                    }
                });
    }

    private void page(RoutesConfig routes, String path, Function<Visit, Page> page) {
        routes.get(path, context -> show(context, page));
    }

    private void page(
            RoutesConfig routes, String path, String part, BiFunction<Visit, String, Page> page) {
        routes.get(
                path,
                context -> show(context, visit -> page.apply(visit, context.pathParam(part))));
    }

    private void file(
            RoutesConfig routes, String path, BiFunction<Visit, Context, Download> download) {
        routes.get(path, context -> send(context, download.apply(visit(context), context)));
    }

    private void secure(Context context) {
        SECURITY.forEach(context::header);
        boolean isFile =
                context.path().startsWith("/static/") || context.path().startsWith("/webjars/");
        context.header("Cache-Control", isFile ? "max-age=3600" : NO_STORE);
    }

    private void letIn(Context context) {
        String path = context.path();
        if (path.equals("/login")
                || path.equals("/health")
                || path.startsWith("/static/")
                || path.startsWith("/webjars/")) {
            return;
        }
        if (settings.isOpen() && !isThisMachine(context.host())) {
            // A name that a foreign page made point here must not read what is open here.
            fail(context, 403, "The dashboard answers to localhost alone.");
            context.skipRemainingHandlers();
            return;
        }
        Optional<Viewer> viewer = gate.viewer(evidence(context));
        if (viewer.isPresent()) {
            context.attribute(VIEWER, viewer.get());
            return;
        }
        // A part of a page that is open cannot be the login: the browser loads the page anew.
        context.header("HX-Refresh", "true");
        if (gate.hasTokens() && context.method() == HandlerType.GET) {
            context.status(HttpStatus.UNAUTHORIZED);
            login(context, "");
        } else {
            fail(context, 401, "You are not let in: the proxy names nobody who may enter.");
        }
        context.skipRemainingHandlers();
    }

    private static boolean isThisMachine(String host) {
        return host != null && host.matches("(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d+)?");
    }

    private static Gate.Evidence evidence(Context context) {
        return new Gate.Evidence(
                context.req().getRemoteAddr(),
                text(context.cookie(SESSION)),
                text(context.header("Authorization")),
                text(context.header("X-Enablement-User")),
                text(context.header("X-Enablement-Role")),
                text(context.header("X-Enablement-Team")));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private void login(Context context, String problem) {
        context.html(
                templates.render("login", Map.of("problem", problem, "title", "Enter"), Locale.US));
    }

    private void enter(Context context) {
        Optional<String> session = gate.enter(text(context.formParam("token")));
        if (session.isEmpty()) {
            context.status(HttpStatus.UNAUTHORIZED);
            login(context, "This token lets nobody in.");
            return;
        }
        String secure = context.scheme().equals("https") ? "; Secure" : "";
        context.header(
                "Set-Cookie",
                "%s=%s; Path=/; HttpOnly; SameSite=Strict%s"
                        .formatted(SESSION, session.get(), secure));
        context.redirect("/programmes", HttpStatus.SEE_OTHER);
    }

    private void leave(Context context) {
        gate.leave(text(context.cookie(SESSION)));
        context.removeCookie(SESSION);
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private Visit visit(Context context) {
        Map<String, String> chosen = new TreeMap<>();
        context.queryParamMap()
                .forEach(
                        (name, values) -> {
                            if (!values.get(0).isEmpty()) {
                                chosen.put(name, values.get(0));
                            }
                        });
        return new Visit(
                viewer(context),
                new Address(context.path(), chosen),
                answers,
                locale(context),
                patience(context));
    }

    private static Duration patience(Context context) {
        Matcher wait = WAIT.matcher(text(context.header("Prefer")));
        return wait.find()
                ? Duration.ofSeconds(
                        Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(wait.group(1))))
                : PATIENCE;
    }

    private static Viewer viewer(Context context) {
        Viewer viewer = context.attribute(VIEWER);
        if (viewer == null) {
            throw new IllegalStateException("Nobody was let in");
        }
        return viewer;
    }

    private static Locale locale(Context context) {
        return Format.locale(
                text(context.queryParam("lang")), text(context.header("Accept-Language")));
    }

    private void show(Context context, Function<Visit, Page> page) {
        long started = System.nanoTime();
        Visit visit = visit(context);
        Map<String, Object> values = frame(context, visit);
        Page drawn = page.apply(visit);
        String before = text(context.header(PROGRESS));
        if (visit.isPending() && visit.progress().equals(before)) {
            context.status(HttpStatus.NO_CONTENT);
            return;
        }
        values.put("page", drawn);
        values.put("title", drawn.title());
        values.put("kept", kept(visit.address(), drawn));
        values.put("anythingChosen", !visit.address().choices().isEmpty());
        values.put("oldest", visit.oldest());
        values.put("renewing", visit.oldest() != visit.shown());
        values.put("pending", visit.isPending());
        values.put("progress", visit.progress());
        values.put("followsUp", !before.isEmpty());
        String html = templates.render("page", values, visit.format().locale());
        context.header(
                "Server-Timing",
                String.format(Locale.ROOT, "page;dur=%.1f", (System.nanoTime() - started) / 1e6));
        context.html(html);
    }

    /** What was chosen elsewhere than in the form of the page. */
    private static Map<String, String> kept(Address address, Page page) {
        Map<String, String> kept = new TreeMap<>(address.choices());
        page.choices().forEach(choice -> kept.remove(choice.name()));
        return kept;
    }

    private Map<String, Object> frame(Context context, Visit visit) {
        Map<String, Object> values = new HashMap<>();
        values.put("viewer", visit.viewer());
        values.put("address", visit.address());
        values.put("format", visit.format());
        values.put("canLeave", !text(context.cookie(SESSION)).isEmpty());
        values.putAll(freshness(visit.format(), visit.shown()));
        return values;
    }

    private Map<String, Object> freshness(Format format, Publication shown) {
        Map<String, Object> values = new HashMap<>();
        values.put("shown", shown);
        values.put("stale", shown.isStale(clock.instant()));
        values.put("age", format.age(shown.age(clock.instant())));
        values.put("failure", answers.failure());
        values.put("format", format);
        return values;
    }

    private void freshness(Context context) {
        Visit visit = visit(context);
        context.html(
                templates.render(
                        "freshness",
                        freshness(visit.format(), visit.shown()),
                        visit.format().locale()));
    }

    private void send(Context context, Download download) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        database.writeCsv(download.question(), download.parameters(), rows);
        context.header(
                "Content-Disposition",
                "attachment; filename=\"%s.csv\""
                        .formatted(download.name().replaceAll("[^A-Za-z0-9._-]", "_")));
        context.contentType("text/csv; charset=utf-8");
        context.result(rows.toByteArray());
    }

    private void manifest(Context context) {
        context.header("Content-Disposition", "attachment; filename=\"manifest.json\"");
        context.contentType("application/json; charset=utf-8");
        context.result(ManifestSection.json(visit(context)));
    }

    private void failForDatabase(DatabaseException e, Context context) {
        LOG.warn("No answer for {}: {}", context.path(), e.getMessage());
        fail(context, 503, e.getMessage());
    }

    private void failForOurselves(RuntimeException e, Context context) {
        LOG.error("{} failed", context.path(), e);
        fail(
                context,
                500,
                "Something went wrong here that should not: the dashboard's log says what.");
    }

    private void fail(Context context, int status, String sentence) {
        context.attribute(TOLD, true);
        context.status(status);
        context.html(
                templates.render(
                        "error",
                        Map.of(
                                "title", title(status),
                                "sentences", List.of(sentence.split("\n")),
                                "status", status),
                        Locale.US));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "That cannot be shown";
            case 401 -> "Who are you?";
            case 403 -> "Not for you";
            case 404 -> "Not here";
            case 503 -> "No answer from ClickHouse";
            default -> "That went wrong";
        };
    }
}
