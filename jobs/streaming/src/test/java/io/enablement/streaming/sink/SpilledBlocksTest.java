package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledBlocksTest {
    @TempDir private Path directory;
    private SpilledBlocks spilled;

    @BeforeEach
    void open() {
        ClickHouseSettings clickHouse =
                new ClickHouseSettings("http://localhost:8123", "default", "", "default");
        spilled =
                new SpilledBlocks(
                        new SinkSettings(
                                clickHouse, "cohorts", 1, "zone UTC", directory.toString()));
    }

    @Test
    void publishedBlocksGoAndLaterOnesStay() throws IOException {
        Block published = spilled.write(block(9));
        Block later = spilled.write(block(10));

        spilled.deleteUpTo(9);

        assertThatIOException()
                .isThrownBy(() -> SpilledBlocks.bytes(published))
                .withMessageContaining("is gone");
        assertThat(SpilledBlocks.bytes(later)).containsExactly(1, 2);
    }

    @Test
    void filesOfSomebodyElseStay() throws IOException {
        spilled.write(block(9));
        Path foreign = Files.createFile(directory.resolve("cohorts-1").resolve(".DS_Store"));

        spilled.deleteUpTo(9);

        assertThat(directory.resolve("cohorts-1")).isDirectoryContaining(foreign::equals);
        assertThat(directory.resolve("cohorts-1").resolve("9")).doesNotExist();
    }

    @Test
    void thereIsNothingToDeleteBeforeTheFirstBlock() throws IOException {
        spilled.deleteUpTo(9);

        assertThat(directory).isEmptyDirectory();
    }

    private static Block block(long checkpoint) {
        return new Block("deal", 1, checkpoint, "a:b:" + checkpoint, 1, new byte[] {1, 2}, "");
    }
}
