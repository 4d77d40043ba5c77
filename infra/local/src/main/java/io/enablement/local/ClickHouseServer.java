package io.enablement.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** ClickHouse's HTTP interface in front of the embedded engine. */
public final class ClickHouseServer implements AutoCloseable {

    static final String FLAG = "--clickhouse-port";

    private static final byte[] OK = "Ok.\n".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "enablement-local";

    private final HttpServer server;
    private final ExecutorService threads;
    private final ClickHouseStatements statements;
    private final Credentials credentials;
    private final String timezone;

    static {
        // Without it the system holds small answers back for some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private ClickHouseServer(HttpServer server, ClickHouseEngine engine, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
        this.statements = new ClickHouseStatements(engine);
        this.timezone = engine.query("SELECT timezone()", "TSVRaw").text().strip();
        this.threads = Executors.newCachedThreadPool(ClickHouseServer::thread);
    }

    /** Listens at the address; port 0 takes a free one. The engine stays the caller's to close. */
    public static ClickHouseServer start(
            ClickHouseEngine engine, InetSocketAddress address, Credentials credentials) {
        HttpServer http = bind(address);
        ClickHouseServer server = new ClickHouseServer(http, engine, credentials);
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    public URI url() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        awaitRunningRequests();
        statements.close();
    }

    private void awaitRunningRequests() {
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A ClickHouse request runs for over a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ClickHouse requests ran", e);
        }
    }

    private static HttpServer bind(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw StackException.portTaken("ClickHouse", address.getPort(), FLAG);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen at " + address, e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "clickhouse-http");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-ClickHouse-Server-Display-Name", NAME);
            answerOrTellError(exchange);
        }
    }

    private void answerOrTellError(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (ClickHouseException e) {
            sendError(exchange, e);
        } catch (RuntimeException e) {
            sendError(exchange, ClickHouseException.of(1001, "STD_EXCEPTION", e.toString()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/ping") || path.equals("/replicas_status")) {
            send(exchange, 200, OK);
            return;
        }
        if (!path.isEmpty() && !path.equals("/")) {
            send(
                    exchange,
                    404,
                    ("There is no handle " + path + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        ClickHouseRequest request = ClickHouseRequest.read(exchange);
        if (method.equals("GET") && request.sql().length == 0) {
            send(exchange, 200, OK);
            return;
        }
        authenticate(request.credentials());
        answerStatement(exchange, request);
    }

    private void authenticate(Credentials given) {
        if (!credentials.matches(given)) {
            throw ClickHouseException.of(
                    516,
                    "AUTHENTICATION_FAILED",
                    given.user()
                            + ": Authentication failed: password is incorrect, or there is no user"
                            + " with such name");
        }
    }

    private void answerStatement(HttpExchange exchange, ClickHouseRequest request)
            throws IOException {
        SqlStatement statement = SqlStatement.read(request.sql());
        long started = System.nanoTime();
        ClickHouseResult result = statements.run(request, statement);
        long elapsed = System.nanoTime() - started;
        boolean inserts = statement.insertedRows().isPresent();
        String format =
                inserts || statement.format().isEmpty() ? request.format() : statement.format();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", AnswerEncoding.mediaType(format));
        headers.set("X-ClickHouse-Format", format);
        headers.set("X-ClickHouse-Timezone", timezone);
        headers.set(
                "X-ClickHouse-Query-Id", request.queryId().orElse(UUID.randomUUID().toString()));
        headers.set("X-ClickHouse-Summary", summary(result, elapsed));
        send(exchange, 200, AnswerEncoding.encode(result.bytes(), request, headers));
    }

    private static String summary(ClickHouseResult result, long elapsedNanos) {
        return "{\"read_rows\":\"%d\",\"read_bytes\":\"%d\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\",\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"%d\",\"elapsed_ns\":\"%d\"}"
                .formatted(
                        result.readRows(),
                        result.readBytes(),
                        result.writtenRows(),
                        result.writtenBytes(),
                        result.resultRows(),
                        result.bytes().length,
                        elapsedNanos);
    }

    private static void sendError(HttpExchange exchange, ClickHouseException error)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Exception-Code", String.valueOf(error.code()));
        headers.set("Content-Type", "text/plain; charset=UTF-8");
        byte[] message = (error.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        send(exchange, ErrorStatus.of(error.code()), message);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
