package io.enablement.dashboard.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enablement.dashboard.DashboardSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that counts what it is asked. */
final class AnswersTest {

    private static final Publication FIRST = published(1, "7 0", "10:00:00");
    private static final Publication LATER = published(1, "9 0", "10:00:20");
    private static final Publication MUCH_LATER = published(1, "12 0", "10:01:20");
    private static final Publication NEXT_DAY = published(1, "13 0", "23:00:00");
    private static final Publication REBUILT = published(2, "3 0", "10:00:30");

    /** Questions about such a team are answered once they are released. */
    private static final Map<String, String> HELD = Map.of("team", "held");

    private final AtomicInteger arrived = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String method = "";
    private volatile boolean fails;
    private volatile Publication newest = FIRST;
    private HttpServer server;
    private Answers answers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Database database =
                new Database(new DashboardSettings.ClickHouse(url, "reader", "", "default"));
        answers = new Answers(database, List.of(), rows -> List.of());
    }

    @AfterEach
    void stop() {
        released.countDown();
        answers.close();
        server.stop(0);
        threads.shutdown();
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
    void anAnswerThatIsALittleOutOfDateIsGivenAtOnce() {
        answers.start();
        Answers.Kept old = ask(FIRST);

        assertThat(ask(LATER)).isSameAs(old);
    }

    @Test
    void anAnswerThatIsOlderIsAskedAnew() {
        answers.start();
        Answers.Kept old = ask(FIRST);

        assertThat(ask(MUCH_LATER)).isNotSameAs(old);
    }

    /** 80 seconds are more than a minute, and less than twenty times five seconds. */
    @Test
    void whatTakesLongMayBeOlder() {
        assertThat(tookSeconds(5).mayStandFor(MUCH_LATER)).isTrue();
        assertThat(tookSeconds(3).mayStandFor(MUCH_LATER)).isFalse();
        assertThat(tookSeconds(5).mayStandFor(REBUILT)).isFalse();
    }

    private static Answers.Kept tookSeconds(long seconds) {
        return new Answers.Kept(FIRST, Rows.NONE, Duration.ofSeconds(seconds));
    }

    @Test
    @Timeout(60)
    void whatWasAskedLatelyIsRenewed() {
        answers.start();
        ask(FIRST);
        newest = MUCH_LATER;

        answers.look();

        while (!answers.isAtRest()) {
            Thread.onSpinWait();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatNobodyHasAskedForAWhileIsNotRenewed() {
        answers.start();
        ask(FIRST);
        newest = NEXT_DAY;

        answers.look();

        assertThat(answers.isAtRest()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void nothingOfAnotherGenerationIsGiven() {
        ask(FIRST);

        assertThat(ask(REBUILT).rows().all().get(0).count("number")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereInTimeGoesOnComing() {
        answers.start();
        assertThat(answers.answerBy(System.nanoTime(), FIRST, Question.PEOPLE, HELD)).isEmpty();

        released.countDown();

        assertThat(answers.answer(FIRST, Question.PEOPLE, HELD).rows().size()).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsWaitedForStandsInNoQueue() {
        for (int number = 0; number < 20; number++) {
            answers.expect(FIRST, Question.PEOPLE, Map.of("team", "held" + number));
        }

        assertThat(answers.answerBy(inAMinute(), FIRST, Question.PEOPLE, Map.of("team", "")))
                .isPresent();
    }

    @Test
    @Timeout(60)
    void whatIsComingForAnotherGenerationIsAskedAnew() {
        answers.expect(FIRST, Question.PEOPLE, HELD);
        answers.expect(FIRST, Question.PEOPLE, HELD);
        answers.expect(REBUILT, Question.PEOPLE, HELD);

        while (arrived.get() < 2) { // or the time is over
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(60)
    void aFailureIsToldOnceToWhoeverAsksNext() {
        answers.start();
        fails = true;
        answers.answerBy(System.nanoTime(), FIRST, Question.PEOPLE, HELD);

        released.countDown();

        while (asked.get() == 0) {
            Thread.onSpinWait();
        }
        fails = false;
        assertThatThrownBy(() -> answers.answerBy(inAMinute(), FIRST, Question.PEOPLE, HELD))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("A view is missing");
        assertThat(asked).hasValue(1);
        assertThat(answers.answerBy(inAMinute(), FIRST, Question.PEOPLE, HELD)).isPresent();
    }

    private static long inAMinute() {
        return System.nanoTime() + Duration.ofMinutes(1).toNanos();
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

    private static Publication published(long generation, String edition, String time) {
        return new Publication(
                generation, 1, edition, Instant.parse("2026-03-01T" + time + "Z"), null);
    }

    private Answers.Kept ask(Publication shown) {
        return answers.answer(shown, Question.PEOPLE, Map.of("team", ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        method = exchange.getRequestMethod();
        String query = exchange.getRequestURI().getQuery();
        if (query.contains("param_team=held")) {
            arrived.incrementAndGet();
            await(released);
        }
        boolean refuses = fails;
        boolean isPublication = query.contains("edition");
        String text =
                isPublication ? publication() : "[\"number\"]\n[" + asked.incrementAndGet() + "]\n";
        if (refuses) {
            text = "Code: 60. DB::Exception: (UNKNOWN_TABLE)";
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refuses ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String publication() {
        return "[\"generation\", \"checkpoint\", \"published_at\", \"occurred_until\", \"edition\"]\n"
                + "[%d, 1, \"%s\", null, \"%s\"]\n"
                        .formatted(
                                newest.generation(),
                                newest.publishedAt().toString().replace('T', ' ').replace("Z", ""),
                                newest.edition());
    }
}
