package io.enablement.dashboard.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.enablement.dashboard.DashboardSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Against a server that counts what it is asked. */
final class AnswersTest {

    private static final Publication FIRST = new Publication(1, 7, "7 0", null, null);
    private static final Publication LATER = new Publication(1, 9, "9 0", null, null);
    private static final Publication REBUILT = new Publication(2, 3, "3 0", null, null);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String method = "";
    private volatile boolean fails;
    private HttpServer server;
    private Answers answers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Database database =
                new Database(new DashboardSettings.ClickHouse(url, "reader", "", "default"));
        answers = new Answers(database, List.of(), rows -> List.of());
    }

    @AfterEach
    void stop() {
        answers.close();
        server.stop(0);
    }

    @Test
    void anAnswerIsKeptAsLongAsNothingChanges() {
        Answers.Kept one = ask(Publication.NONE);
        Answers.Kept other = ask(Publication.NONE);

        assertThat(other).isSameAs(one);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherQuestionIsAskedAnew() {
        ask(Publication.NONE);
        answers.answer(Publication.NONE, Question.PEOPLE, Map.of("team", "north"));

        assertThat(asked).hasValue(2);
    }

    @Test
    void anAnswerThatIsOutOfDateIsGivenAtOnce() {
        Answers.Kept old = ask(Publication.NONE);

        assertThat(ask(LATER)).isSameAs(old);
    }

    @Test
    void nothingOfAnotherGenerationIsGiven() {
        ask(FIRST);

        assertThat(ask(REBUILT).rows().all().get(0).count("number")).isEqualTo(2);
    }

    @Test
    void questionsCanOnlyRead() {
        ask(FIRST);

        assertThat(method).isEqualTo("GET");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        fails = true;

        assertThatThrownBy(() -> ask(FIRST))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("A view is missing");
    }

    private Answers.Kept ask(Publication shown) {
        return answers.answer(shown, Question.PEOPLE, Map.of("team", ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        method = exchange.getRequestMethod();
        String text = "[\"number\"]\n[" + asked.incrementAndGet() + "]\n";
        if (fails) {
            text = "Code: 60. DB::Exception: (UNKNOWN_TABLE)";
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(fails ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
