package io.enablement.cli.clickhouse;

import io.enablement.local.Credentials;
import picocli.CommandLine.Option;

/** A ClickHouse to use instead of a local one, and how to enter it. */
public final class ClickHouseOptions {

    @Option(
            names = "--clickhouse",
            paramLabel = "URL",
            defaultValue = "${env:ENABLEMENT_CLICKHOUSE:-}",
            description = "HTTP address of a ClickHouse to use instead of a local one.")
    private String url;

    @Option(
            names = "--clickhouse-user",
            paramLabel = "NAME",
            defaultValue = "${env:ENABLEMENT_CLICKHOUSE_USER:-default}",
            description = "Its user.")
    private String user;

    @Option(
            names = "--clickhouse-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:ENABLEMENT_CLICKHOUSE_PASSWORD:-}",
            description =
                    "The user's password; better in ENABLEMENT_CLICKHOUSE_PASSWORD, which other users of the machine do not see.")
    private String password;

    @Option(
            names = "--clickhouse-database",
            paramLabel = "NAME",
            defaultValue = "${env:ENABLEMENT_CLICKHOUSE_DATABASE:-default}",
            description = "The database of the tables.")
    private String database;

    public boolean isGiven() {
        return !url.isEmpty();
    }

    public String url() {
        return url;
    }

    public Credentials credentials() {
        return new Credentials(user, password);
    }

    String database() {
        return database;
    }

    /** The server that the options name. */
    public ClickHouse given() {
        return at(url, credentials());
    }

    public ClickHouse at(String address, Credentials credentials) {
        return ClickHouse.at(address, credentials, database);
    }
}
