package io.enablement.dashboard;

import io.enablement.dashboard.access.Gate;
import io.enablement.dashboard.access.TokenHolder;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.Database;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.TopicEnds;
import io.enablement.dashboard.page.Address;
import io.enablement.dashboard.page.Choices;
import io.enablement.dashboard.page.Restatements;
import io.enablement.dashboard.web.Routes;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The web dashboard, running. */
public final class Dashboard implements AutoCloseable {

    private final DashboardSettings settings;
    private final Answers answers;
    private final TopicEnds kafka;
    private final Javalin server;

    private Dashboard(
            DashboardSettings settings, Answers answers, TopicEnds kafka, Javalin server) {
        this.settings = settings;
        this.answers = answers;
        this.kafka = kafka;
        this.server = server;
    }

    public static Dashboard start(DashboardSettings settings, Clock clock) {
        Database database = new Database(settings.clickHouse());
        Answers answers = new Answers(database, first(settings, clock), Dashboard::ofProgrammes);
        TopicEnds kafka = new TopicEnds(settings.kafka());
        Routes routes =
                new Routes(
                        settings,
                        new Gate(settings, clock::instant),
                        answers,
                        database,
                        kafka,
                        clock);
        try {
            Javalin server = Javalin.create(routes::configure).start();
            return new Dashboard(settings, answers, kafka, server);
        } catch (JavalinBindException e) {
            answers.close();
            throw new DashboardSettingsException(
                    List.of(
                            "--port: something else listens at %s, port %d; name another one, or 0 for a free one"
                                    .formatted(settings.host(), settings.port())));
        }
    }

    public URI url() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + server.port() + Address.of("/"));
    }

    /** Fetches what the pages ask for first; else their first visitor waits for it. */
    public void prepare() {
        answers.start();
    }

    /** Whether everything that was asked for behind the pages has come. */
    public boolean isAtRest() {
        return answers.isAtRest();
    }

    @Override
    public void close() {
        server.stop();
        answers.close();
        kafka.close();
    }

    /** What the pages ask for before anybody has chosen anything, and the teams of managers. */
    private static List<Answers.Key> first(DashboardSettings settings, Clock clock) {
        List<Answers.Key> keys = new ArrayList<>();
        for (Question question :
                List.of(
                        Question.COMPANY,
                        Question.GLOSSARY,
                        Question.METRIC_NUMBERS,
                        Question.CHOICES,
                        Question.PUBLISHED,
                        Question.SOURCES,
                        Question.PROGRAMMES)) {
            keys.add(new Answers.Key(question, Map.of()));
        }
        Choices.BASES.forEach(
                basis -> keys.add(new Answers.Key(Question.BEFORE_AND_AFTER, ofAll(basis, ""))));
        keys.add(new Answers.Key(Question.PROGRAMME_CREDIT, Map.of()));
        keys.add(new Answers.Key(Question.PROGRAMME_LEADING, Map.of("as_of", Question.NOW)));
        Set<String> teams = new TreeSet<>(Set.of(""));
        settings.tokens().stream().map(TokenHolder::viewer).forEach(each -> teams.add(each.team()));
        for (String team : teams) {
            keys.add(new Answers.Key(Question.PEOPLE, Map.of("team", team)));
            keys.add(new Answers.Key(Question.TEAM_LOAD, Map.of("team", team)));
            keys.add(new Answers.Key(Question.TEAMS, ofTeam(team)));
            keys.add(new Answers.Key(Question.REPS, ofTeam(team)));
        }
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
                        Question.GENERATIONS,
                        Question.MANIFEST)) {
            keys.add(new Answers.Key(question, Map.of()));
        }
        Restatements.first(clock.instant())
                .forEach(each -> keys.add(new Answers.Key(Question.RESTATEMENTS, each)));
        return keys;
    }

    /** Of the pages of the programmes, when it is known which there are. */
    private static List<Answers.Key> ofProgrammes(Rows programmes) {
        List<Answers.Key> keys = new ArrayList<>();
        for (String basis : Choices.BASES) {
            for (Rows.Row row : programmes.all()) {
                keys.addAll(ofProgramme(row.text("programme_id"), basis));
            }
        }
        return keys;
    }

    private static List<Answers.Key> ofProgramme(String id, String basis) {
        Map<String, String> cohorts = new TreeMap<>(ofProgramme(id, basis, ""));
        cohorts.put("months", "0");
        return List.of(
                new Answers.Key(Question.COHORTS, cohorts),
                new Answers.Key(Question.SPREAD, ofProgramme(id, basis, "all")),
                new Answers.Key(
                        Question.STAGES, Map.of("programme", id, "basis", basis, "deals", "all")),
                new Answers.Key(Question.EFFECTS, Map.of("programme", id, "basis", basis)));
    }

    private static Map<String, String> ofProgramme(String id, String basis, String deals) {
        Map<String, String> parameters = new TreeMap<>(ofAll(basis, deals));
        parameters.put("programme", id);
        return parameters;
    }

    private static Map<String, String> ofAll(String basis, String deals) {
        return Map.of(
                "as_of",
                Question.NOW,
                "basis",
                basis,
                "team",
                "",
                "role",
                "",
                "region",
                "",
                "deals",
                deals);
    }

    private static Map<String, String> ofTeam(String team) {
        return Map.of("as_of", Question.NOW, "deals", "all", "team", team);
    }
}
