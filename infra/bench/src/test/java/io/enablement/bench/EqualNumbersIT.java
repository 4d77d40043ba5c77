package io.enablement.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.process.Services;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contestants, each in a process of its own, on the same few thousand events. */
class EqualNumbersIT {

    private static final Set<Lane> CONTESTANTS =
            EnumSet.of(
                    Lane.CEILING,
                    Lane.LEDGERS,
                    Lane.FLINK_SQL,
                    Lane.KAFKA_STREAMS,
                    Lane.KAFKA_ENGINE,
                    Lane.DUCKDB);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Protocol protocol =
            new Protocol(new PrintStream(said, true, StandardCharsets.UTF_8));

    @TempDir private Path directory;

    /** The warm-up fails where one of them finds another number, or none. */
    @Test
    void areFoundByEveryContestant() throws Exception {
        try (Services services = Services.start(directory);
                Alternations alternations =
                        new Alternations(
                                services, directory, List.of(), new AtomicInteger(), protocol)) {
            alternations.warmUp(CONTESTANTS, SalesEvents.UNIT);
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("Warming up"))
                .hasSize(CONTESTANTS.size());
    }
}
