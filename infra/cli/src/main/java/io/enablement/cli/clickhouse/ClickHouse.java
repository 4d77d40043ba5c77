package io.enablement.cli.clickhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import io.enablement.clickhouse.Company;
import io.enablement.clickhouse.Schema;
import io.enablement.impact.ResultDatabase;
import io.enablement.impact.panel.NothingPublished;
import io.enablement.local.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A ClickHouse server that is reached over HTTP; questions cannot change anything. */
public record ClickHouse(URI url, Credentials credentials, String database) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JSON_SETTINGS =
            " SETTINGS output_format_json_array_of_rows = 1, output_format_json_quote_64bit_integers = 0";
    private static final String CSV_SETTINGS =
            " SETTINGS format_csv_null_representation = '', output_format_csv_crlf_end_of_line = 1";

    public static ClickHouse at(String url, Credentials credentials, String database) {
        if (!url.matches("https?://[^/@?]+/?")) {
            // The address itself is not repeated: it may carry a password.
            throw new UsageException("The address of ClickHouse is not like http://host:8123");
        }
        return new ClickHouse(URI.create(url.replaceAll("/$", "")), credentials, database);
    }

    /** Fails where the server does not answer or refuses the user. */
    public void check() {
        rows("SELECT 1", Map.of());
    }

    /** Brings tables and views up to date and names the files that were run. */
    public List<String> applySchema(Company company) {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        return Schema.apply("jdbc:clickhouse:" + url + "/" + database, properties, company);
    }

    /** Work of an estimator, which reads results and may add its own. */
    public interface Batch<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Lets an estimator work here, and says in words what went wrong. */
    public <T> T run(Batch<T> batch) {
        try (Connection connection =
                ResultDatabase.connect(
                        url.toString(), database, credentials.user(), credentials.password())) {
            return batch.on(connection);
        } catch (SQLException e) {
            throw new RunException("ClickHouse says: " + e.getMessage(), e);
        } catch (NothingPublished e) {
            throw new RunException(e.getMessage(), e);
        }
    }

    /** Rows of text values. */
    public List<List<String>> rows(String sql, Map<String, String> parameters) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        write(sql, parameters, "TSVRaw", answer);
        return answer.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /** Rows as objects whose fields are the columns; numbers are numbers, NULL is JSON's null. */
    public List<JsonNode> objects(String sql, Map<String, String> parameters) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        write(sql + JSON_SETTINGS, parameters, "JSONEachRow", answer);
        try {
            List<JsonNode> rows = new ArrayList<>();
            new ObjectMapper().readTree(answer.toByteArray()).forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new RunException("ClickHouse at " + url + " answers with broken JSON", e);
        }
    }

    /** Writes rows as comma-separated values (RFC 4180) under a line of names; NULL is empty. */
    public void writeCsv(String sql, Map<String, String> parameters, OutputStream out) {
        write(sql + CSV_SETTINGS, parameters, "CSVWithNames", out);
    }

    /** Writes rows as one JSON array of objects. */
    public void writeJson(String sql, Map<String, String> parameters, OutputStream out) {
        write(sql + JSON_SETTINGS, parameters, "JSONEachRow", out);
    }

    /** The only value of the only row. */
    public String value(String sql, Map<String, String> parameters) {
        return rows(sql, parameters).get(0).get(0);
    }

    /** Runs a statement that changes something. */
    public void change(String sql, Map<String, String> parameters) {
        Map<String, String> arguments = new LinkedHashMap<>();
        parameters.forEach((name, value) -> arguments.put("param_" + name, value));
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(sql);
        send(request(arguments).POST(body).build(), OutputStream.nullOutputStream());
    }

    /** Writes the answer in a format of ClickHouse; one that the SQL names goes first. */
    public void write(String sql, Map<String, String> parameters, String format, OutputStream out) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("default_format", format);
        parameters.forEach((name, value) -> arguments.put("param_" + name, value));
        arguments.put("query", sql);
        // A server lets GET only read, whatever the user may do.
        send(request(arguments).GET().build(), out);
    }

    /** Adds rows, whose fields are named as the columns; the rows are data and never SQL. */
    public void insert(String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("async_insert", "0");
        arguments.put("query", "INSERT INTO " + table + " FORMAT JSONEachRow");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json(rows));
        send(request(arguments).POST(body).build(), OutputStream.nullOutputStream());
    }

    private void send(HttpRequest request, OutputStream out) {
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .build()
                            .send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw refused(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                body.transferTo(out);
            }
        } catch (ConnectException | HttpTimeoutException e) {
            throw new RunException("ClickHouse does not answer at " + url, e);
        } catch (IOException e) {
            throw new RunException("ClickHouse at " + url + " broke off: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Interrupted while ClickHouse answered", e);
        }
    }

    private HttpRequest.Builder request(Map<String, String> arguments) {
        String query =
                arguments.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String place = "%s/?database=%s&".formatted(url, encoded(database));
        return HttpRequest.newBuilder(URI.create(place + query))
                .header("X-ClickHouse-User", credentials.user())
                .header("X-ClickHouse-Key", credentials.password());
    }

    private static String json(List<Map<String, Object>> rows) {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> row : rows) {
            lines.append(mapper.valueToTree(row).toString()).append('\n');
        }
        return lines.toString();
    }

    private RunException refused(String answer) {
        if (answer.contains("AUTHENTICATION_FAILED") || answer.contains("REQUIRED_PASSWORD")) {
            return new RunException(
                    "ClickHouse at %s refuses the user %s: the password is wrong, or there is no such user"
                            .formatted(url, credentials.user()));
        }
        return new RunException("ClickHouse says: " + answer.strip());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
