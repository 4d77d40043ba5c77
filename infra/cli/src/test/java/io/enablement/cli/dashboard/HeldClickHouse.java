package io.enablement.cli.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before ClickHouse and can hold back the questions in which a text occurs. */
final class HeldClickHouse implements AutoCloseable {

    private final String clickHouse;
    private final String text;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();

    /** What is answered instead of ClickHouse's answer, ""; open while questions are held. */
    private volatile CompletableFuture<String> refusal = CompletableFuture.completedFuture("");

    private HeldClickHouse(String clickHouse, String text) throws IOException {
        this.clickHouse = clickHouse;
        this.text = text;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static HeldClickHouse before(String clickHouse, String text) throws IOException {
        return new HeldClickHouse(clickHouse, text);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void hold() {
        refusal = new CompletableFuture<>();
    }

    void release() {
        refuse("");
    }

    /** All that are held, none that come later. */
    void refuse(String answer) {
        refusal.complete(answer);
        refusal = CompletableFuture.completedFuture("");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        boolean isHeld = URLDecoder.decode(query, StandardCharsets.UTF_8).contains(text);
        String refused = isHeld ? refusal.join() : "";
        if (refused.isEmpty()) {
            HttpResponse<byte[]> answered = ask(exchange, query);
            send(exchange, answered.statusCode(), answered.body());
        } else {
            send(exchange, 500, refused.getBytes(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, String query) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(clickHouse + "/?" + query));
        for (String header : new String[] {"X-ClickHouse-User", "X-ClickHouse-Key"}) {
            request.header(header, exchange.getRequestHeaders().getFirst(header));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdown();
    }
}
