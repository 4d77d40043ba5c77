package io.enablement.dashboard;

import io.enablement.dashboard.access.Gate;
import io.enablement.dashboard.access.TokenHolder;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.Database;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.page.Address;
import io.enablement.dashboard.web.Routes;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;

/** The web dashboard, running. */
public final class Dashboard implements AutoCloseable {

    private static final String NOW = "2299-01-01 00:00:00";

    private final DashboardSettings settings;
    private final Answers answers;
    private final Javalin server;

    private Dashboard(DashboardSettings settings, Answers answers, Javalin server) {
        this.settings = settings;
        this.answers = answers;
        this.server = server;
    }

    public static Dashboard start(DashboardSettings settings, Clock clock) {
        Database database = new Database(settings.clickHouse());
        Answers answers = new Answers(database);
        Routes routes =
                new Routes(settings, new Gate(settings, clock::instant), answers, database, clock);
        Javalin server = Javalin.create(routes::configure).start();
        answers.start(first(settings));
        return new Dashboard(settings, answers, server);
    }

    public URI url() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + server.port() + Address.of("/"));
    }

    /** Whether everything that was asked for behind the pages has come. */
    public boolean isAtRest() {
        return answers.isAtRest();
    }

    @Override
    public void close() {
        server.stop();
        answers.close();
    }

    /** What the pages ask for before anybody has chosen anything, and the teams of managers. */
    private static List<Answers.Key> first(DashboardSettings settings) {
        List<Answers.Key> keys = new ArrayList<>();
        for (Question question :
                List.of(
                        Question.COMPANY,
                        Question.GLOSSARY,
                        Question.CHOICES,
                        Question.PUBLISHED,
                        Question.SOURCES,
                        Question.PROGRAMMES)) {
            keys.add(new Answers.Key(question, Map.of()));
        }
        keys.add(new Answers.Key(Question.BEFORE_AND_AFTER, ofAll()));
        keys.add(new Answers.Key(Question.PROGRAMME_CREDIT, Map.of()));
        keys.add(new Answers.Key(Question.PROGRAMME_LEADING, Map.of("as_of", NOW)));
        Set<String> teams = new TreeSet<>(Set.of(""));
        settings.tokens().stream().map(TokenHolder::viewer).forEach(each -> teams.add(each.team()));
        for (String team : teams) {
            keys.add(new Answers.Key(Question.PEOPLE, Map.of("team", team)));
            keys.add(new Answers.Key(Question.TEAM_LOAD, Map.of("team", team)));
            keys.add(new Answers.Key(Question.TEAMS, ofTeam(team)));
            keys.add(new Answers.Key(Question.REPS, ofTeam(team)));
        }
        keys.add(new Answers.Key(Question.COHORTS, ofAll()));
        keys.add(new Answers.Key(Question.CYCLE_DAYS, ofAll()));
        keys.add(new Answers.Key(Question.ATTAINMENTS, ofAll()));
        keys.add(new Answers.Key(Question.STAGES, Map.of("deals", "all")));
        for (Question question :
                List.of(
                        Question.CONTENT,
                        Question.DEFINITIONS,
                        Question.IMPACTS,
                        Question.RETURNS,
                        Question.MATURITY,
                        Question.LEADING_TO_LAGGING,
                        Question.FORECASTS,
                        Question.VERDICTS,
                        Question.EVALUATIONS,
                        Question.STALE_CONTENT,
                        Question.DEAD_LETTERS,
                        Question.COMPLETENESS,
                        Question.GENERATIONS)) {
            keys.add(new Answers.Key(question, Map.of()));
        }
        return keys;
    }

    private static Map<String, String> ofAll() {
        return Map.of("as_of", NOW, "team", "", "role", "", "region", "", "deals", "all");
    }

    private static Map<String, String> ofTeam(String team) {
        return Map.of("as_of", NOW, "deals", "all", "team", team);
    }
}
