package io.enablement.dashboard.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import io.enablement.dashboard.DashboardSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** ClickHouse, asked over HTTP by GET: so nothing can be changed, whatever its user may do. */
public final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    /**
     * Some questions of a page are answered side by side: before they fill the server's memory,
     * they go on with its disk.
     */
    private static final String SETTINGS =
            "\n"
                    + "SETTINGS max_bytes_ratio_before_external_group_by = 0.15,"
                    + " max_bytes_ratio_before_external_sort = 0.15, ";

    private static final String JSON_SETTINGS =
            SETTINGS
                    + "output_format_json_quote_64bit_integers = 0,"
                    + " output_format_json_quote_denormals = 0";
    private static final String CSV_SETTINGS =
            SETTINGS
                    + "format_csv_null_representation = '', output_format_csv_crlf_end_of_line = 1";

    private final DashboardSettings.ClickHouse server;
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public Database(DashboardSettings.ClickHouse server) {
        this.server = server;
    }

    /** The rows, whose values are those of JSON. */
    public Rows ask(Question question, Map<String, String> parameters) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        send(
                question.sql(parameters) + JSON_SETTINGS,
                parameters,
                "JSONCompactEachRowWithNames",
                answer);
        try {
            return rows(answer.toByteArray());
        } catch (IOException | RuntimeJsonMappingException e) {
            throw new DatabaseException("ClickHouse answers with broken JSON", e);
        }
    }

    /** The same rows as comma-separated values (RFC 4180) under a line of names; NULL is empty. */
    public void writeCsv(Question question, Map<String, String> parameters, OutputStream out) {
        send(question.sql(parameters) + CSV_SETTINGS, parameters, "CSVWithNames", out);
    }

    private Rows rows(byte[] lines) throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<List<Object>> values = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(lines);
                MappingIterator<List<Object>> each =
                        mapper.readerForListOf(Object.class).readValues(parser)) {
            if (each.hasNext()) {
                each.next().forEach(name -> places.put(name.toString(), places.size()));
            }
            while (each.hasNext()) {
                values.add(each.next());
            }
        }
        return new Rows(places, values);
    }

    private void send(String sql, Map<String, String> parameters, String format, OutputStream out) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("database", server.database());
        arguments.put("default_format", format);
        parameters.forEach((name, value) -> arguments.put("param_" + name, value));
        arguments.put("query", sql);
        String query =
                arguments.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url().replaceAll("/$", "") + "/?" + query))
                        .header("X-ClickHouse-User", server.user())
                        .header("X-ClickHouse-Key", server.password())
                        .timeout(LONGEST_ANSWER)
                        .GET()
                        .build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw DatabaseException.refused(
                            new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                body.transferTo(out);
            }
        } catch (IOException e) {
            throw new DatabaseException("ClickHouse does not answer at " + server.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while ClickHouse answered", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
