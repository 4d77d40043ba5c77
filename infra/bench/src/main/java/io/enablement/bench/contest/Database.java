package io.enablement.bench.contest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A database of the ClickHouse server that all contestants share. */
public record Database(String url, String user, String password, String name) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static Database of(Race race) {
        return new Database(race.clickHouse(), race.user(), race.password(), race.database());
    }

    /** The answer to a statement as tab-separated lines. */
    public List<String> ask(String sql) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/?database=" + name))
                        .header("X-ClickHouse-User", user)
                        .header("X-ClickHouse-Key", password)
                        .POST(BodyPublishers.ofString(sql))
                        .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(sql + ": " + response.body());
            }
            return response.body().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(ask(sql).get(0));
    }
}
