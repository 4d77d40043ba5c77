package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;

/** The servers that a command works with, wherever they run. */
public record Servers(String kafka, ClickHouse clickHouse) {}
