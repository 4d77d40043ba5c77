package io.enablement.streaming.job;

import io.enablement.local.LocalKafka;
import io.enablement.local.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Kafka broker in a process of its own; killed, it starts again on what it has stored. */
public final class BrokerProcess implements AutoCloseable {

    private final JavaProgram program;
    private final int port;
    private Process process;

    private BrokerProcess(Path directory) {
        this.port = Ports.free();
        this.program =
                new JavaProgram(
                        "broker",
                        directory,
                        System.getProperty("java.class.path"),
                        List.of("-Xmx512m"),
                        Map.of(),
                        BrokerProcess.class.getName(),
                        List.of(directory.resolve("kafka").toString(), Integer.toString(port)));
    }

    public static void main(String[] arguments) {
        LocalKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** Does not wait for it. */
    static BrokerProcess start(Path directory) {
        BrokerProcess broker = new BrokerProcess(directory);
        broker.start();
        return broker;
    }

    void start() {
        process = program.start();
    }

    void kill() {
        JavaProgram.kill(process);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
    }
}
