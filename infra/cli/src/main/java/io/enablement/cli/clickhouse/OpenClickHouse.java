package io.enablement.cli.clickhouse;

import io.enablement.local.ClickHouseEngine;
import io.enablement.local.ClickHouseServer;
import io.enablement.local.Credentials;
import io.enablement.local.LocalStack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The ClickHouse of a stack that does not run, opened for a question. */
public record OpenClickHouse(
        ClickHouseEngine engine, ClickHouseServer server, Credentials credentials)
        implements AutoCloseable {

    public static OpenClickHouse on(Path directory) {
        Credentials credentials = LocalStack.credentials(directory);
        ClickHouseEngine engine = ClickHouseEngine.open(directory.resolve("clickhouse"));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new OpenClickHouse(
                engine, ClickHouseServer.start(engine, anyPort, credentials), credentials);
    }

    public String url() {
        return server.url().toString();
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}
