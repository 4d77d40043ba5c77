package io.enablement.streaming.job;

import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import io.enablement.streaming.ingest.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a released version left behind: a savepoint, the messages it had read, and messages that
 * came afterwards, among them late ones, duplicates and corrections of what is in the savepoint.
 */
record ReleasedSavepoint(Path folder) {

    static final Path ALL = Path.of("src", "test", "resources", "savepoints");

    /** That of the first version; a savepoint can be restored with no other. */
    static final int MAX_PARALLELISM = 8;

    private static final String BEFORE = "before.messages";
    private static final String AFTER = "after.messages";

    static List<ReleasedSavepoint> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().map(ReleasedSavepoint::new).toList();
        }
    }

    List<RawMessage> before() throws IOException {
        return read(folder.resolve(BEFORE));
    }

    List<RawMessage> after() throws IOException {
        return read(folder.resolve(AFTER));
    }

    void write(List<RawMessage> before, List<RawMessage> after) throws IOException {
        Files.write(folder.resolve(BEFORE), bytes(before));
        Files.write(folder.resolve(AFTER), bytes(after));
    }

    private static byte[] bytes(List<RawMessage> messages) {
        PackedWriter writer = new PackedWriter();
        for (RawMessage message : messages) {
            writer.text(message.topic())
                    .number(message.offset())
                    .number(message.timestampMillis())
                    .bytes(message.key())
                    .bytes(message.value());
        }
        return writer.toBytes();
    }

    private static List<RawMessage> read(Path file) throws IOException {
        PackedReader reader = new PackedReader(Files.readAllBytes(file));
        List<RawMessage> messages = new ArrayList<>();
        while (reader.hasMore()) {
            messages.add(
                    new RawMessage(
                            reader.text(),
                            0,
                            reader.number(),
                            reader.number(),
                            reader.bytes(),
                            reader.bytes(),
                            Map.of()));
        }
        return messages;
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
