package io.enablement.local.testing;

/** Addresses of a Kafka and a ClickHouse that tests may use. */
interface RunningServices {

    String bootstrapServers();

    String clickHouseUrl();

    String user();

    String password();
}
