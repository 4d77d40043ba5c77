package io.enablement.local;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The complete ClickHouse engine inside this process, on one data directory. A process can have one
 * at a time. Statements wait in line for a few threads and never see each other's settings.
 */
public final class ClickHouseEngine implements AutoCloseable {

    private static final int THREADS = 4;

    /** ClickHouse parses by recursion on the thread that calls it. */
    private static final long STACK_BYTES = 64L << 20;

    private static final AtomicBoolean OPEN = new AtomicBoolean();

    private final Path directory;
    private final DirectoryLock lock;
    private final ChdbLibrary library;
    private final ExecutorService threads;

    /** The engine runs for as long as a connection to it is open. */
    private final ClickHouseConnection keeper;

    private ClickHouseEngine(Path directory, DirectoryLock lock, ChdbLibrary library) {
        this.directory = directory;
        this.lock = lock;
        this.library = library;
        this.threads = Executors.newFixedThreadPool(THREADS, ClickHouseEngine::thread);
        this.keeper = call(this::connect);
    }

    /** Creates the directory where it is missing. */
    public static ClickHouseEngine open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!OPEN.compareAndSet(false, true)) {
            throw new StackException(
                    "This process has a ClickHouse engine already; it can have one at a time.");
        }
        DirectoryLock lock = null;
        try {
            ChdbLibrary library = ChdbLibrary.load(EngineLibrary.find());
            lock = DirectoryLock.take(absolute);
            return new ClickHouseEngine(absolute, lock, library);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            if (lock != null) {
                lock.close();
            }
            OPEN.set(false);
            throw e;
        }
    }

    /** Runs one statement on a fresh connection. */
    public ClickHouseResult query(String sql, String format) {
        return query(sql.getBytes(StandardCharsets.UTF_8), format, Map.of());
    }

    /** Runs one statement on a fresh connection, with values for its {@code {name:Type}} places. */
    public ClickHouseResult query(byte[] sql, String format, Map<String, String> parameters) {
        return withConnection(connection -> connection.query(sql, format, parameters));
    }

    @Override
    public void close() {
        if (threads.isShutdown()) {
            return;
        }
        threads.shutdown();
        awaitRunningStatements();
        keeper.close();
        lock.close();
        OPEN.set(false);
    }

    private void awaitRunningStatements() {
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A ClickHouse statement runs for over a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ClickHouse statements ran", e);
        }
    }

    <T> T withConnection(Function<ClickHouseConnection, T> work) {
        return call(
                () -> {
                    try (ClickHouseConnection connection = connect()) {
                        return work.apply(connection);
                    }
                });
    }

    /** Runs work on a thread of the engine. */
    <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "clickhouse-engine", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** To be called, and its answer used and closed, on the engine's threads. */
    ClickHouseConnection connect() {
        String[] arguments = {"clickhouse", "--path=" + directory, "--session_timezone=UTC"};
        Pointer handle =
                library.chdb_connect(
                        arguments.length,
                        new StringArray(arguments, StandardCharsets.UTF_8.name()));
        if (handle == null) {
            throw new IllegalStateException("The ClickHouse engine did not open " + directory);
        }
        return new ClickHouseConnection(library, handle);
    }
}
