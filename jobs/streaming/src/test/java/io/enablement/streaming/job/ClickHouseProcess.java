package io.enablement.streaming.job;

import io.enablement.local.ClickHouseEngine;
import io.enablement.local.ClickHouseServer;
import io.enablement.local.Credentials;
import io.enablement.local.Ports;
import io.enablement.local.testing.ClickHouseAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A ClickHouse in a process of its own; killed, it starts again on what it has stored. */
public final class ClickHouseProcess implements AutoCloseable {

    private static final String USER = "default";
    private static final String PASSWORD = "secret of the processes";

    private final JavaProgram program;
    private final int port;
    private Process process;

    private ClickHouseProcess(Path directory) {
        this.port = Ports.free();
        this.program =
                new JavaProgram(
                        "clickhouse",
                        directory,
                        System.getProperty("java.class.path"),
                        List.of("-Xmx256m"),
                        Map.of(),
                        ClickHouseProcess.class.getName(),
                        List.of(
                                directory.resolve("clickhouse").toString(),
                                Integer.toString(port)));
    }

    public static void main(String[] arguments) {
        ClickHouseServer.start(
                ClickHouseEngine.open(Path.of(arguments[0])),
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                new Credentials(USER, PASSWORD));
    }

    /** Does not wait for it. */
    static ClickHouseProcess start(Path directory) {
        ClickHouseProcess clickHouse = new ClickHouseProcess(directory);
        clickHouse.start();
        return clickHouse;
    }

    void start() {
        process = program.start();
    }

    void kill() {
        JavaProgram.kill(process);
    }

    ClickHouseAddress address() {
        return new ClickHouseAddress("http://127.0.0.1:" + port, USER, PASSWORD);
    }

    @Override
    public void close() {
        kill();
    }
}
