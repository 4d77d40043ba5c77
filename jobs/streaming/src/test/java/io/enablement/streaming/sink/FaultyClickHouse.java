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

/** A ClickHouse that fails some of the requests, before or after it has done what they ask. */
final class FaultyClickHouse implements AutoCloseable {
    private static final String TOO_MANY_PARTS = "252";
    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final URI server;
    private final Fault fault;
    private final AtomicInteger left;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer proxy;

    /** What goes wrong with a request that contains the text. */
    record Fault(String text, boolean done) {
        static Fault notDone(String text) {
            return new Fault(text, false);
        }

        /** The answer is lost on its way. */
        static Fault doneButNotAnswered(String text) {
            return new Fault(text, true);
        }
    }

    FaultyClickHouse(String server, Fault fault, int times) throws IOException {
        this.server = URI.create(server);
        this.fault = fault;
        this.left = new AtomicInteger(times);
        this.proxy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::handle);
        proxy.setExecutor(threads);
        proxy.start();
    }

    String url() {
        return "http://127.0.0.1:" + proxy.getAddress().getPort();
    }

    /** How many failures have not happened yet. */
    int left() {
        return Math.max(0, left.get());
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean fails = isHit(exchange, body) && left.getAndDecrement() > 0;
            if (fails && !fault.done()) {
                exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", TOO_MANY_PARTS);
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            if (fails) {
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
