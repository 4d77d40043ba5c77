package io.enablement.local;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/** A request to ClickHouse's HTTP interface, taken apart. */
record ClickHouseRequest(
        String method, Map<String, String> arguments, Headers headers, byte[] body) {

    private static final String PARAMETER = "param_";
    private static final Set<String> OWN_ARGUMENTS =
            Set.of(
                    "query",
                    "database",
                    "default_format",
                    "user",
                    "password",
                    "quota_key",
                    "role",
                    "query_id",
                    "session_id",
                    "session_timeout",
                    "session_check",
                    "compress",
                    "decompress",
                    "buffer_size",
                    "wait_end_of_query",
                    "client_protocol_version",
                    "stacktrace",
                    "close_session");

    static ClickHouseRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> arguments = arguments(exchange.getRequestURI().getRawQuery());
        Headers headers = exchange.getRequestHeaders();
        InputStream stream = decoded(exchange.getRequestBody(), headers);
        byte[] body = stream.readAllBytes();
        if (arguments.getOrDefault("decompress", "0").equals("1")) {
            body = CompressedBlocks.read(body);
        }
        return new ClickHouseRequest(exchange.getRequestMethod(), arguments, headers, body);
    }

    /** The argument {@code query} and the body behind it, as a server joins them. */
    byte[] sql() {
        byte[] query = arguments.getOrDefault("query", "").getBytes(StandardCharsets.UTF_8);
        if (query.length == 0) {
            return body;
        }
        if (body.length == 0) {
            return query;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(query.length + 1 + body.length);
        joined.writeBytes(query);
        joined.write('\n');
        joined.writeBytes(body);
        return joined.toByteArray();
    }

    Optional<String> database() {
        return argumentOrHeader("database", "X-ClickHouse-Database");
    }

    String format() {
        return argumentOrHeader("default_format", "X-ClickHouse-Format").orElse("TabSeparated");
    }

    Optional<String> queryId() {
        return argumentOrHeader("query_id", "X-ClickHouse-Query-Id");
    }

    Optional<String> sessionId() {
        return Optional.ofNullable(arguments.get("session_id")).filter(id -> !id.isEmpty());
    }

    boolean is(String flag) {
        return arguments.getOrDefault(flag, "0").equals("1");
    }

    boolean mayOnlyRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Values for the {@code {name:Type}} places of the statement. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        arguments.forEach(
                (name, value) -> {
                    if (name.startsWith(PARAMETER)) {
                        parameters.put(name.substring(PARAMETER.length()), value);
                    }
                });
        return parameters;
    }

    /** Every other argument is a setting for this statement. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(arguments);
        settings.keySet().removeAll(OWN_ARGUMENTS);
        settings.keySet().removeIf(name -> name.startsWith(PARAMETER));
        return settings;
    }

    Credentials credentials() {
        String authorization = headers.getFirst("Authorization");
        if (authorization != null && authorization.startsWith("Basic ")) {
            return basic(authorization.substring("Basic ".length()).strip());
        }
        return new Credentials(
                argumentOrHeader("user", "X-ClickHouse-User").orElse("default"),
                argumentOrHeader("password", "X-ClickHouse-Key").orElse(""));
    }

    private Optional<String> argumentOrHeader(String argument, String header) {
        return Optional.ofNullable(arguments.get(argument))
                .or(() -> Optional.ofNullable(headers.getFirst(header)))
                .filter(value -> !value.isEmpty());
    }

    private static Credentials basic(String encoded) {
        byte[] decoded = Base64.getDecoder().decode(encoded);
        String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        return new Credentials(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static Map<String, String> arguments(String rawQuery) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (rawQuery == null) {
            return arguments;
        }
        for (String pair : rawQuery.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                arguments.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return arguments;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static InputStream decoded(InputStream body, Headers headers) throws IOException {
        String encoding = headers.getFirst("Content-Encoding");
        if (encoding == null) {
            return body;
        }
        return switch (encoding) {
            case "identity", "" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body);
            case "zstd" -> new ZstdInputStream(body);
            case "lz4" -> new LZ4FrameInputStream(body);
            default ->
                    throw ClickHouseException.notImplemented(
                            "Content-Encoding " + encoding + "; gzip, lz4 and zstd are");
        };
    }
}
