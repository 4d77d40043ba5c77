package io.enablement.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Kafka and a real ClickHouse for integration tests, one of each for the whole process: the
 * local ones, or containers with {@code -Dservices=containers} (skipped without Docker).
 */
public final class Services {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static RunningServices running;

    private Services() {}

    public static String bootstrapServers() {
        return running().bootstrapServers();
    }

    /** Like {@code http://127.0.0.1:8123}. */
    public static String clickHouseUrl() {
        return running().clickHouseUrl();
    }

    public static String user() {
        return running().user();
    }

    public static String password() {
        return running().password();
    }

    /** Creates an empty database that no other test uses, and names it. */
    public static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return name;
    }

    /** Sends one statement to ClickHouse and gives its answer as tab-separated text. */
    public static String execute(String sql) {
        return execute("default", sql);
    }

    /** Sends one statement to a database of ClickHouse and gives its answer. */
    public static String execute(String database, String sql) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(clickHouseUrl() + "/?database=" + database))
                        .header("X-ClickHouse-User", user())
                        .header("X-ClickHouse-Key", password())
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
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

    private static synchronized RunningServices running() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static RunningServices start() {
        if (!System.getProperty("services", "local").equals("containers")) {
            return new LocalServices();
        }
        Assumptions.assumeTrue(ContainerServices.canStart(), "Docker does not run here");
        return new ContainerServices();
    }
}
