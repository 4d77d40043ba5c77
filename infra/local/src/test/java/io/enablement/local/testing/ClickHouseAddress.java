package io.enablement.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Where a ClickHouse is that tests may ask, and as whom.
 *
 * @param url like {@code http://127.0.0.1:8123}
 */
public record ClickHouseAddress(String url, String user, String password) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Sends one statement to a database and gives its answer as tab-separated text. */
    public String execute(String database, String sql) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/?database=" + database))
                        .header("X-ClickHouse-User", user)
                        .header("X-ClickHouse-Key", password)
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try {
            HttpResponse<String> response =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(sql + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
