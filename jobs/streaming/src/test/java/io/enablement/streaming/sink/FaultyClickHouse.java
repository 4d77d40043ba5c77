package io.enablement.streaming.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A ClickHouse that cannot be reached at times, and that fails some of the requests, before or
 * after it has done what they ask.
 */
public final class FaultyClickHouse implements AutoCloseable {
    private static final int TOO_MANY_PARTS = 252;
    private static final int NOT_ENOUGH_SPACE = 243;
    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final URI server;
    private final AtomicInteger left = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer proxy;
    private volatile Fault fault = Fault.notDone("");
    private volatile boolean cut;

    /**
     * What goes wrong with a request that contains the text.
     *
     * @param error the code of the answer; 0 where no answer arrives
     * @param done whether the request is done nevertheless
     * @param meanwhile what happens at the same time
     */
    public record Fault(String text, int error, boolean done, Runnable meanwhile) {
        static Fault notDone(String text) {
            return new Fault(text, TOO_MANY_PARTS, false, () -> {});
        }

        public static Fault diskFull(String text) {
            return new Fault(text, NOT_ENOUGH_SPACE, false, () -> {});
        }

        /** The answer is lost on its way. */
        public static Fault doneButNotAnswered(String text) {
            return new Fault(text, 0, true, () -> {});
        }

        /** Something happens while the request is done, or before, and no answer arrives. */
        public static Fault meanwhile(String text, Runnable event) {
            return new Fault(text, 0, true, event);
        }

        @Override
        public String toString() {
            return text + (done ? " done, but not answered" : " answered with error " + error);
        }
    }

    public FaultyClickHouse(String server) throws IOException {
        this.server = URI.create(server);
        this.proxy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::handle);
        proxy.setExecutor(threads);
        proxy.start();
    }

    public String url() {
        return "http://127.0.0.1:" + proxy.getAddress().getPort();
    }

    /** So many of the next requests go wrong. */
    public void fail(Fault next, int times) {
        fault = next;
        left.set(times);
    }

    /** How many failures have not happened yet. */
    public int left() {
        return Math.max(0, left.get());
    }

    /** From now on nothing comes through, in neither direction. */
    public void cut() {
        cut = true;
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (cut) {
                return;
            }
            if (isHit(exchange, body) && left.getAndDecrement() > 0) {
                goWrong(exchange, body);
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            if (cut) {
                return;
            }
            answer.headers()
                    .map()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goWrong(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        threads.execute(fault.meanwhile());
        if (fault.done()) {
            forward(exchange, body);
        }
        if (fault.error() != 0) {
            exchange.getResponseHeaders()
                    .set("X-ClickHouse-Exception-Code", Integer.toString(fault.error()));
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private boolean isHit(HttpExchange exchange, byte[] body) {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return URLDecoder.decode(query, StandardCharsets.UTF_8).contains(fault.text())
                || new String(body, StandardCharsets.ISO_8859_1).contains(fault.text());
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase())) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
