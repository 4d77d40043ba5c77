package io.enablement.dashboard;

import io.enablement.dashboard.access.Gate;
import io.enablement.dashboard.access.TokenHolder;
import io.enablement.dashboard.answer.Answers;
import io.enablement.dashboard.answer.Database;
import io.enablement.dashboard.answer.TopicEnds;
import io.enablement.dashboard.page.Address;
import io.enablement.dashboard.page.FirstQuestions;
import io.enablement.dashboard.web.Routes;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
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
        Answers answers =
                new Answers(
                        database,
                        FirstQuestions.of(teams(settings), clock.instant()),
                        FirstQuestions::ofProgrammes);
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

    /** Of those who may see one team alone, and of all others. */
    private static Set<String> teams(DashboardSettings settings) {
        Set<String> teams = new TreeSet<>(Set.of(""));
        settings.tokens().stream().map(TokenHolder::viewer).forEach(each -> teams.add(each.team()));
        return teams;
    }
}
