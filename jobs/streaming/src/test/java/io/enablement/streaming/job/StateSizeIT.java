package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Event;
import io.enablement.simulation.DisorderProfile;
import io.enablement.simulation.Simulation;
import io.enablement.simulation.SimulationSettings;
import io.enablement.streaming.ingest.RawMessage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole state of the job on RocksDB, measured on the files of a savepoint in RocksDB's own
 * format. Catches state that is kept as Flink writes records instead of packed.
 */
class StateSizeIT {

    private static final int MOST_BYTES_PER_EVENT = 90;
    private static final int MAX_PARALLELISM = 128;

    @TempDir private Path directory;
    private final List<RawMessage> messages = new ArrayList<>();
    private int keptEvents;

    @Test
    void isBelowNinetyBytesForEachEventThatIsKept() throws Exception {
        simulate(SimulationSettings.standard(100, 24, 5).withDisorder(DisorderProfile.NONE));

        Path savepoint = savepoint();

        assertThat((double) bytes(savepoint) / keptEvents)
                .as("of %d events, by operator %s", keptEvents, bytesByOperator(savepoint))
                .isLessThan(MOST_BYTES_PER_EVENT);
    }

    private void simulate(SimulationSettings settings) {
        for (Simulation events = Simulation.of(settings); events.hasNext(); ) {
            Event event = events.next();
            messages.add(LoggedEvents.sentLater(event, messages.size()));
            keptEvents += isKept(event) ? 1 : 0;
        }
    }

    /** A use by nobody but a buyer is no rep's. */
    private static boolean isKept(Event event) {
        return !(event instanceof ContentEvent use && use.repId().isEmpty());
    }

    private Path savepoint() throws Exception {
        return new SavepointRun("state-size", directory, "rocksdb", 1, MAX_PARALLELISM)
                .of(messages, SavepointFormatType.NATIVE, new DiscardingSink<>());
    }

    private static long bytes(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.walk(savepoint)) {
            return files.filter(Files::isRegularFile).mapToLong(StateSizeIT::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> bytesByOperator(Path savepoint) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (DataInputStream metadata =
                new DataInputStream(Files.newInputStream(savepoint.resolve("_metadata")))) {
            for (OperatorState operator :
                    Checkpoints.loadCheckpointMetadata(
                                    metadata,
                                    StateSizeIT.class.getClassLoader(),
                                    savepoint.toString())
                            .getOperatorStates()) {
                bytes.merge(
                        operator.getOperatorUid().orElseThrow(),
                        operator.getStateSize(),
                        Long::sum);
            }
        }
        bytes.values().removeIf(size -> size == 0);
        return bytes;
    }
}
