/** The ClickHouse that a command asks, wherever it runs. */
package io.enablement.cli.clickhouse;
