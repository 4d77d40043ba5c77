package io.enablement.streaming.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.data.ClickHouseFormat;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import dev.failsafe.function.CheckedSupplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ClickHouse server as the sink sees it. What can pass is asked again until it has passed or
 * the settings' time is over; then an {@link IOException} lets the job start over. What cannot pass
 * ends the job.
 */
final class ClickHouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouse.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long CONNECT_SECONDS = 10;
    private static final long ANSWER_SECONDS = 120;

    private final ClickHouseSettings settings;
    private final Client client;
    private final RetryPolicy<Object> retry;

    ClickHouse(ClickHouseSettings settings) {
        this.settings = settings;
        this.client =
                new Client.Builder()
                        .addEndpoint(settings.url())
                        .setUsername(settings.user())
                        .setPassword(settings.password())
                        .setDefaultDatabase(settings.database())
                        .setConnectTimeout(CONNECT_SECONDS, ChronoUnit.SECONDS)
                        .setSocketTimeout(ANSWER_SECONDS, ChronoUnit.SECONDS)
                        // Failure decides, not the client.
                        .retryOnFailures(ClientFaultCause.None)
                        .setMaxRetries(0)
                        .compressServerResponse(false)
                        .compressClientRequest(false)
                        // The server's default would answer before the rows are stored.
                        .serverSetting("async_insert", "0")
                        .build();
        this.retry =
                RetryPolicy.builder()
                        .handleIf(failure -> Failure.of(failure) == Failure.RETRY)
                        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                        .withMaxDuration(settings.retryFor())
                        .withMaxRetries(-1)
                        .onRetry(this::logRetry)
                        .build();
    }

    List<GenericRecord> query(String sql) throws IOException {
        return ask("answer a query", () -> client.queryAll(sql));
    }

    /** The one number a query answers. */
    long number(String sql) throws IOException {
        return query(sql).get(0).getLong(1);
    }

    void execute(String sql) throws IOException {
        ask(
                "run a statement",
                () -> {
                    client.execute(sql).get().close();
                    return null;
                });
    }

    /** Inserts rows once, however often it is called with the same token. */
    void insert(Table table, String token, byte[] compressedRows) throws IOException {
        InsertSettings insert =
                new InsertSettings()
                        .setDeduplicationToken(token)
                        .serverSetting("insert_deduplicate", "1")
                        .serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1")
                        .appCompressedData(true, Lz4.ENCODING);
        ask(
                "insert " + token,
                () -> {
                    client.insert(
                                    table.name(),
                                    table.allColumns(),
                                    new ByteArrayInputStream(compressedRows),
                                    ClickHouseFormat.RowBinary,
                                    insert)
                            .get()
                            .close();
                    return null;
                });
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T ask(String what, CheckedSupplier<T> question) throws IOException {
        try {
            return Failsafe.with(retry).get(() -> answer(question));
        } catch (FailsafeException e) {
            throw failed(what, e.getCause());
        } catch (RuntimeException e) {
            throw failed(what, e);
        }
    }

    private static <T> T answer(CheckedSupplier<T> question) throws Throwable {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private IOException failed(String what, Throwable failure) {
        String message =
                "ClickHouse at %s did not %s: %s".formatted(settings, what, failure.getMessage());
        if (failure instanceof InterruptedException || Failure.of(failure) == Failure.RETRY) {
            return new IOException(message, failure);
        }
        throw new SuppressRestartsException(new IllegalStateException(message, failure));
    }

    private void logRetry(ExecutionAttemptedEvent<Object> attempt) {
        LOG.warn(
                "ClickHouse at {} failed {} times, asking again: {}",
                settings,
                attempt.getAttemptCount(),
                attempt.getLastException().toString());
    }
}
