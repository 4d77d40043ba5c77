package io.enablement.local;

/**
 * Which parts of the stack to start where, and which run elsewhere already.
 *
 * @param kafkaPort 0 takes a free one
 * @param kafkaServers bootstrap servers of a Kafka to use instead of a local one; "" for none
 * @param clickHousePort 0 takes a free one
 * @param clickHouseUrl address of a ClickHouse to use instead of a local one; "" for none
 * @param clickHouseCredentials for the ClickHouse elsewhere; the local one makes its own
 */
public record StackSettings(
        int kafkaPort,
        String kafkaServers,
        int clickHousePort,
        String clickHouseUrl,
        Credentials clickHouseCredentials) {

    public static final StackSettings DEFAULT =
            new StackSettings(0, "", 0, "", new Credentials("default", ""));

    public StackSettings withPorts(int newKafkaPort, int newClickHousePort) {
        return new StackSettings(
                newKafkaPort,
                kafkaServers,
                newClickHousePort,
                clickHouseUrl,
                clickHouseCredentials);
    }

    public StackSettings withKafkaAt(String bootstrapServers) {
        return new StackSettings(
                kafkaPort, bootstrapServers, clickHousePort, clickHouseUrl, clickHouseCredentials);
    }

    public StackSettings withClickHouseAt(String url, Credentials credentials) {
        return new StackSettings(kafkaPort, kafkaServers, clickHousePort, url, credentials);
    }

    boolean startsKafka() {
        return kafkaServers.isEmpty();
    }

    boolean startsClickHouse() {
        return clickHouseUrl.isEmpty();
    }
}
