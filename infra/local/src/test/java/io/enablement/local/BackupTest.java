package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000);
    private static final FileTime LATER = FileTime.fromMillis(2_000_000);
    private static final int STEP = 7;

    @TempDir private Path folder;
    private Path stack;
    private Path backup;

    @BeforeEach
    void aStackThatLiesStill() throws IOException {
        stack = folder.resolve("stack");
        backup = folder.resolve("backup.zip");
        write("clickhouse/store/a/data.bin", "rows");
        Files.createDirectories(stack.resolve("clickhouse/data"));
        Files.createSymbolicLink(stack.resolve("clickhouse/data/deal"), Path.of("../store/a"));
        write("kafka/log/deal-events-0/0.log", "records");
        write("flink/savepoints/cohort-metrics/savepoint-1/_metadata", "older", EARLIER);
        write("flink/savepoints/cohort-metrics/savepoint-2/_metadata", "newest", LATER);
        write("flink/checkpoints/cohort-metrics/job/chk-1/_metadata", "oldest", EARLIER);
        write("clickhouse.password", "secret");
        write("stack.json", "{}");
    }

    @Test
    void holdsWhatAStackGoesOnWith() throws IOException {
        Backup.write(stack, backup, () -> Map.of("deal", "3"));

        BackupManifest manifest = Backup.restore(backup, folder.resolve("restored"));

        assertThat(manifest.facts()).containsExactly(Map.entry("deal", "3"));
        assertThat(contents(folder.resolve("restored")))
                .containsExactly(
                        Map.entry("clickhouse/data/deal", "../store/a"),
                        Map.entry("clickhouse/store/a/data.bin", "rows"),
                        Map.entry(
                                "flink/savepoints/cohort-metrics/savepoint-2/_metadata", "newest"),
                        Map.entry("kafka/log/deal-events-0/0.log", "records"));
        assertThat(LocalStack.credentials(folder.resolve("restored")).password())
                .isNotEqualTo("secret");
    }

    /** Catches a part of the file that nothing proves. */
    @Test
    void findsEveryFlippedByte() throws IOException {
        Backup.write(stack, backup, Map::of);
        byte[] bytes = Files.readAllBytes(backup);

        for (int place = 0; place < bytes.length; place += STEP) {
            byte[] flipped = bytes.clone();
            flipped[place] ^= 1;
            Files.write(backup, flipped);

            assertThatThrownBy(() -> Backup.restore(backup, folder.resolve("restored")))
                    .as("byte " + place)
                    .isInstanceOf(StackException.class);
            assertThat(folder.resolve("restored")).doesNotExist();
        }
    }

    @Test
    void needsASavepointOfEveryJob() throws IOException {
        write("flink/checkpoints/event-archive/job/chk-9/_metadata", "killed while it ran", LATER);

        assertThatThrownBy(() -> Backup.write(stack, backup, Map::of))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "The job event-archive has not ended with a savepoint: start it and stop it cleanly first");
        assertThat(backup).doesNotExist();
    }

    @Test
    void needsEveryLargeBlockToBeCommitted() throws IOException {
        write("flink/checkpoints/cohort-metrics/blocks/7", "rows that wait");

        assertThatThrownBy(() -> Backup.write(stack, backup, Map::of))
                .hasMessageContaining("cohort-metrics has not ended with a savepoint");
    }

    @Test
    void overwritesNothing() {
        Backup.write(stack, backup, Map::of);

        assertThatThrownBy(() -> Backup.restore(backup, stack)).hasMessageContaining("not empty");
        assertThat(stack.resolve("stack.json")).exists();
    }

    private void write(String name, String content) throws IOException {
        write(name, content, EARLIER);
    }

    private void write(String name, String content, FileTime modified) throws IOException {
        Path file = stack.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, modified);
    }

    /** Every file but the password with its content, every link with its target. */
    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> files =
                    paths.filter(path -> !Files.isDirectory(path) || isLink(path)).toList();
            for (Path file : files) {
                String content =
                        isLink(file)
                                ? Files.readSymbolicLink(file).toString()
                                : Files.readString(file);
                contents.put(directory.relativize(file).toString(), content);
            }
        }
        contents.remove("clickhouse.password");
        return contents;
    }

    private static boolean isLink(Path path) {
        return Files.isSymbolicLink(path);
    }
}
