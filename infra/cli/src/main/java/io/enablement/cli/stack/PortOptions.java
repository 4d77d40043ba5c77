package io.enablement.cli.stack;

import io.enablement.local.StackSettings;
import picocli.CommandLine.Option;

/** Where the parts of a local stack listen. */
public final class PortOptions {

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "${env:ENABLEMENT_KAFKA_PORT:-0}",
            description =
                    "Port of the local Kafka; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(
            names = "--clickhouse-port",
            paramLabel = "PORT",
            defaultValue = "${env:ENABLEMENT_CLICKHOUSE_PORT:-0}",
            description =
                    "Port of the local ClickHouse; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int clickHouse;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "${env:ENABLEMENT_FLINK_PORT:-0}",
            description =
                    "Port of Flink's web page; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int flink;

    @Option(
            names = "--dashboard-port",
            paramLabel = "PORT",
            defaultValue = "${env:ENABLEMENT_DASHBOARD_PORT:-0}",
            description =
                    "Port of the dashboard beside a stack that stays up; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int dashboard;

    StackSettings settings() {
        return StackSettings.DEFAULT.withPorts(kafka, clickHouse);
    }

    public int flink() {
        return flink;
    }

    public int dashboard() {
        return dashboard;
    }
}
