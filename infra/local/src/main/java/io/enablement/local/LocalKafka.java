package io.enablement.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker of one node inside this process. It keeps records for ever, creates no topic by
 * itself, and listens on the loopback address alone.
 */
public final class LocalKafka implements AutoCloseable {

    static final String FLAG = "--kafka-port";

    private static final String HOST = "127.0.0.1";
    private static final String CLUSTER_ID = "ZW5hYmxlbWVudC1sb2NhbA";

    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final int port;

    private LocalKafka(KafkaRaftServer server, DirectoryLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /** Goes on with the topics of the directory; port 0 takes a free one. */
    public static LocalKafka start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            int brokerPort = Ports.claim(port, "Kafka", FLAG);
            int controllerPort = Ports.claim(0, "Kafka's controller", FLAG);
            Properties properties = properties(directory, brokerPort, controllerPort);
            failInsteadOfEndingTheProcess();
            format(directory, properties);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            return new LocalKafka(server, lock, brokerPort);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    private static Properties properties(Path directory, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "BROKER");
        properties.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty(
                "listeners",
                "BROKER://%1$s:%2$d,CONTROLLER://%1$s:%3$d"
                        .formatted(HOST, brokerPort, controllerPort));
        properties.setProperty("log.dirs", directory.resolve("log").toAbsolutePath().toString());
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("auto.create.topics.enable", "false");
        addSizesOfOneNode(properties);
        return properties;
    }

    private static void addSizesOfOneNode(Properties properties) {
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        properties.setProperty("broker.heartbeat.interval.ms", "200");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
    }

    /** Does nothing to a directory that has its format. */
    private static void format(Path directory, Properties properties) {
        Path file = directory.resolve("server.properties");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        String[] arguments = {
            "format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()
        };
        int status =
                StorageTool.execute(
                        arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new StackException(
                    "Kafka cannot use "
                            + directory
                            + ": "
                            + output.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private static void failInsteadOfEndingTheProcess() {
        Exit.setExitProcedure(LocalKafka::fail);
        Exit.setHaltProcedure(LocalKafka::fail);
    }

    private static void fail(int status, String message) {
        throw new IllegalStateException("Kafka broker failed (" + status + "): " + message);
    }
}
