package io.enablement.local.testing;

import io.enablement.local.ClickHouseEngine;
import io.enablement.local.ClickHouseServer;
import io.enablement.local.Credentials;
import io.enablement.local.LocalKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded engine and a broker in this process, each started when first asked for. */
final class LocalServices implements RunningServices {

    private static final Credentials CREDENTIALS =
            new Credentials("default", "secret of the tests");

    private final Path directory;
    private LocalKafka kafka;
    private ClickHouseEngine engine;
    private ClickHouseServer clickHouse;

    LocalServices() {
        try {
            directory = Files.createTempDirectory("enablement-services");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    @Override
    public synchronized String bootstrapServers() {
        if (kafka == null) {
            kafka = LocalKafka.start(directory.resolve("kafka"), 0);
        }
        return kafka.bootstrapServers();
    }

    @Override
    public synchronized String clickHouseUrl() {
        if (clickHouse == null) {
            engine = ClickHouseEngine.open(directory.resolve("clickhouse"));
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            clickHouse = ClickHouseServer.start(engine, anyPort, CREDENTIALS);
        }
        return clickHouse.url().toString();
    }

    @Override
    public String user() {
        return CREDENTIALS.user();
    }

    @Override
    public String password() {
        return CREDENTIALS.password();
    }

    private void end() {
        if (clickHouse != null) {
            clickHouse.close();
            engine.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        deleteDirectory();
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
