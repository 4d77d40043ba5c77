package io.enablement.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Kafka, ClickHouse and Flink in this process, with all their data in one directory. */
public final class LocalStack implements AutoCloseable {

    private static final String USER = "default";

    private final Path directory;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private StackAddresses addresses;
    private Credentials credentials;

    private LocalStack(Path directory) {
        this.directory = directory;
    }

    /** Goes on with the data of the directory; creates it where it is missing. */
    public static LocalStack open(Path directory, StackSettings settings) {
        LocalStack stack = new LocalStack(directory.toAbsolutePath().normalize());
        try {
            stack.start(settings);
            return stack;
        } catch (RuntimeException | Error e) {
            stack.closeParts();
            throw e;
        }
    }

    /** The stack that another process runs on the directory now. */
    public static Optional<StackAddresses> running(Path directory) {
        return StackAddresses.read(directory).filter(StackAddresses::alive);
    }

    /** What opens the local ClickHouse on the directory, whichever process runs it. */
    public static Credentials credentials(Path directory) {
        return new Credentials(USER, PasswordFile.read(directory));
    }

    public StackAddresses addresses() {
        return addresses;
    }

    public Credentials clickHouseCredentials() {
        return credentials;
    }

    /** Starts a Flink cluster that ends with the stack. */
    public LocalFlink startFlink(FlinkSettings settings) {
        LocalFlink flink = LocalFlink.start(directory.resolve("flink"), settings);
        parts.push(flink);
        addresses = addresses.withFlinkUrl(flink.url().toString());
        addresses.write(directory);
        return flink;
    }

    @Override
    public void close() {
        StackAddresses.remove(directory);
        closeParts();
    }

    private void start(StackSettings settings) {
        parts.push(DirectoryLock.take(directory));
        StackAddresses.remove(directory);
        claimPorts(settings);
        credentials = settings.clickHouseCredentials();
        String clickHouseUrl =
                settings.startsClickHouse()
                        ? startClickHouse(settings.clickHousePort())
                        : settings.clickHouseUrl();
        String kafkaServers =
                settings.startsKafka() ? startKafka(settings.kafkaPort()) : settings.kafkaServers();
        addresses =
                new StackAddresses(
                        kafkaServers,
                        clickHouseUrl,
                        credentials.user(),
                        "",
                        ProcessHandle.current().pid(),
                        Clock.systemUTC().instant().toString());
        addresses.write(directory);
    }

    /** Before anything starts: a taken port is told within a moment. */
    private static void claimPorts(StackSettings settings) {
        if (settings.startsClickHouse()) {
            Ports.claim(settings.clickHousePort(), "ClickHouse", ClickHouseServer.FLAG);
        }
        if (settings.startsKafka()) {
            Ports.claim(settings.kafkaPort(), "Kafka", LocalKafka.FLAG);
        }
    }

    private String startClickHouse(int port) {
        credentials = new Credentials(USER, PasswordFile.readOrCreate(directory));
        ClickHouseEngine engine = ClickHouseEngine.open(directory.resolve("clickhouse"));
        parts.push(engine);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ClickHouseServer server = ClickHouseServer.start(engine, address, credentials);
        parts.push(server);
        return server.url().toString();
    }

    private String startKafka(int port) {
        LocalKafka kafka = LocalKafka.start(directory.resolve("kafka"), port);
        parts.push(kafka);
        return kafka.bootstrapServers();
    }

    /** In the order opposite to their start, each even where another did not stop. */
    private void closeParts() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure =
                        failure == null
                                ? new IllegalStateException("Stack did not stop", e)
                                : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
