package io.enablement.cli;

/** The servers that a command works with, wherever they run. */
record Servers(String kafka, ClickHouse clickHouse) {}
