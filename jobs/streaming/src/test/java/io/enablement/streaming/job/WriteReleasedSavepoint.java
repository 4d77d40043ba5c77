package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Event;
import io.enablement.streaming.ingest.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the savepoint of the version that is about to be released; no build runs it. When version
 * 2 is released: {@code mvn -pl jobs/streaming -am verify -Dit.test=WriteReleasedSavepoint
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * -Dversion.released=2}.
 */
class WriteReleasedSavepoint {

    private static final int REPS = 2;
    private static final int DEALS = 14; // the last one of them with two contents of one identity
    private static final long SEED = 5;
    private static final long MOST_BYTES = 300_000;

    @TempDir private Path directory;

    @Test
    void write() throws Exception {
        ReleasedSavepoint released =
                new ReleasedSavepoint(
                        ReleasedSavepoint.ALL.resolve(System.getProperty("version.released")));
        List<RawMessage> before = new ArrayList<>();
        List<RawMessage> after = new ArrayList<>();
        divide(before, after);

        Path savepoint =
                new SavepointRun(
                                "released",
                                directory,
                                "hashmap",
                                1,
                                ReleasedSavepoint.MAX_PARALLELISM)
                        .of(before, SavepointFormatType.CANONICAL, new DiscardingSink<>());

        Files.createDirectories(released.folder());
        Path metadata = released.folder().resolve("_metadata");
        Files.deleteIfExists(metadata);
        assertThat(fileNames(savepoint)).containsExactly("_metadata");
        Files.copy(savepoint.resolve("_metadata"), metadata);
        released.write(before, after);
        assertThat(Files.size(metadata)).isLessThan(MOST_BYTES);
    }

    /** In any order; of what was read before, some comes again afterwards. */
    private static void divide(List<RawMessage> before, List<RawMessage> after) {
        GeneratedEvents generated = new GeneratedEvents(SEED, REPS, DEALS);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < generated.size(); place++) {
            places.add(place);
        }
        Random random = new Random(SEED);
        Collections.shuffle(places, random);
        for (int place : places) {
            Event event = generated.event(place);
            if (random.nextBoolean()) {
                before.add(LoggedEvents.message(event, before.size()));
            }
            if (before.isEmpty() || random.nextInt(10) == 0 || !contains(before, event)) {
                after.add(LoggedEvents.message(event, after.size()));
            }
        }
    }

    private static boolean contains(List<RawMessage> messages, Event event) {
        byte[] bytes = LoggedEvents.bytes(event);
        return messages.stream().anyMatch(message -> Arrays.equals(message.value(), bytes));
    }

    private static List<String> fileNames(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.list(savepoint)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
