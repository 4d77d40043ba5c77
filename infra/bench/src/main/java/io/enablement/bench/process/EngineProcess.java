package io.enablement.bench.process;

import io.enablement.local.ClickHouseEngine;
import io.enablement.local.ClickHouseServer;
import io.enablement.local.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The process of ClickHouse: says its address and ends with its parent, because the engine takes
 * the standard input for itself.
 */
public final class EngineProcess {

    private EngineProcess() {}

    public static void main(String[] arguments) throws Exception {
        Credentials credentials = new Credentials(arguments[1], arguments[2]);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ClickHouseEngine engine = ClickHouseEngine.open(Path.of(arguments[0]));
                ClickHouseServer server = ClickHouseServer.start(engine, any, credentials)) {
            System.out.println(JavaProcess.ANSWER + server.url());
            ProcessHandle.current().parent().orElseThrow().onExit().join();
        }
        System.exit(0);
    }
}
