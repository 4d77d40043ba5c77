package io.enablement.bench.clickhouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enablement.bench.events.EventTopics;
import io.enablement.domain.event.Family;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.TrainingMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** As much of a schema registry as a reader asks: the schema of a number. */
final class SchemaRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "/schemas/ids/";

    private static final Map<String, String> BY_ID =
            Map.of(
                    id(Family.DEAL), DealMessage.getClassSchema().toString(),
                    id(Family.TRAINING), TrainingMessage.getClassSchema().toString(),
                    id(Family.CONTENT), ContentMessage.getClassSchema().toString());

    private final HttpServer server;

    private SchemaRegistry(HttpServer server) {
        this.server = server;
    }

    static SchemaRegistry start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(SCHEMAS, SchemaRegistry::answer);
        server.start();
        return new SchemaRegistry(server);
    }

    String url() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String id(Family family) {
        return Integer.toString(EventTopics.schemaId(family));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String schema =
                    BY_ID.get(exchange.getRequestURI().getPath().substring(SCHEMAS.length()));
            byte[] answer =
                    JSON.writeValueAsString(Map.of("schema", schema))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
