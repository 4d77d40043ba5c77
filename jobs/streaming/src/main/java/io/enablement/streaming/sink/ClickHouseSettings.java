package io.enablement.streaming.sink;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where ClickHouse is and who asks.
 *
 * @param url {@code http://host:port} or {@code https://host:port}
 * @param retryFor how long a failure that can pass is retried before the job fails
 */
public record ClickHouseSettings(
        String url, String user, String password, String database, Duration retryFor)
        implements Serializable {
    public static final Duration RETRY_FOR = Duration.ofMinutes(5);

    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

    public ClickHouseSettings {
        List<String> problems = new ArrayList<>();
        if (!url.matches("https?://[^/@]+/?")) {
            // The address itself is not repeated: it may carry a password.
            problems.add("the address of ClickHouse is not like http://host:8123");
        }
        if (user.isEmpty()) {
            problems.add("the user of ClickHouse is empty");
        }
        if (database.isEmpty()) {
            problems.add("the database of ClickHouse is empty");
        }
        if (retryFor.compareTo(SHORTEST_RETRY) < 0) {
            problems.add("the time to retry is less than a second");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    public ClickHouseSettings(String url, String user, String password, String database) {
        this(url, user, password, database, RETRY_FOR);
    }

    /** Without the password, which is in no log. */
    @Override
    public String toString() {
        return "%s/%s as %s".formatted(url, database, user);
    }
}
