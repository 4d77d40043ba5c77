package io.enablement.bench.recovery;

import org.apache.flink.configuration.Configuration;

/** What decides how fast a cluster notices that a process is gone, and starts over. */
enum FlinkSettings {
    DEFAULTS("Flink's defaults", ""),

    /** As README.md says under operation. */
    OURS(
            "our settings",
            """
            heartbeat.interval: 500 ms
            heartbeat.timeout: 3 s
            resourcemanager.standalone.start-up-time: 1 d
            restart-strategy.type: exponential-delay
            restart-strategy.exponential-delay.initial-backoff: 100 ms
            """);

    private final String title;
    private final String lines;

    FlinkSettings(String title, String lines) {
        this.title = title;
        this.lines = lines;
    }

    String title() {
        return title;
    }

    /** For config.yaml. */
    String lines() {
        return lines;
    }

    /** Adds them to what a job is sent with: its restart strategy goes with it. */
    void addTo(Configuration job) {
        lines.lines()
                .map(line -> line.split(": ", 2))
                .forEach(each -> job.setString(each[0], each[1]));
    }
}
