package io.enablement.local.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.clickhouse.ClickHouseContainer;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka and ClickHouse servers in containers, each started when first asked for. */
final class ContainerServices implements RunningServices {

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka-native:4.3.1");
    private final ClickHouseContainer clickHouse =
            new ClickHouseContainer("clickhouse/clickhouse-server:26.7");

    static boolean canStart() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String bootstrapServers() {
        kafka.start();
        return kafka.getBootstrapServers();
    }

    @Override
    public String clickHouseUrl() {
        clickHouse.start();
        return clickHouse.getHttpUrl();
    }

    @Override
    public String user() {
        return clickHouse.getUsername();
    }

    @Override
    public String password() {
        return clickHouse.getPassword();
    }
}
