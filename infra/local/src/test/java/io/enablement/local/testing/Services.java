package io.enablement.local.testing;

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
        return address().execute(database, sql);
    }

    public static ClickHouseAddress address() {
        return new ClickHouseAddress(clickHouseUrl(), user(), password());
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
