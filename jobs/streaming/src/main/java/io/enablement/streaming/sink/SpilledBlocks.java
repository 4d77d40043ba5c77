package io.enablement.streaming.sink;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * The bytes of large blocks, in one directory per checkpoint.
 *
 * <p>One rule says when a file may go: its checkpoint is published. Then every start goes on from
 * this checkpoint or a later one, and none inserts the block again.
 */
final class SpilledBlocks {
    /** Object stores and people leave files of other names behind. */
    private static final Pattern CHECKPOINT = Pattern.compile("\\d{1,18}");

    private final Path directory;

    SpilledBlocks(SinkSettings settings) {
        this.directory =
                new Path(
                        settings.spillDirectory(),
                        "%s-%d".formatted(settings.job(), settings.generation()));
    }

    /** A file of the same name holds the same bytes, as the token ends with their hash. */
    Block write(Block block) throws IOException {
        Path checkpoint = new Path(directory, Long.toString(block.checkpoint()));
        Path file = new Path(checkpoint, block.token().replace(':', '_'));
        try (FSDataOutputStream out = file.getFileSystem().create(file, WriteMode.OVERWRITE)) {
            out.write(block.bytes());
            out.sync();
        }
        return block.spilledTo(file.toString());
    }

    /** The bytes of a block, wherever they lie. */
    static byte[] bytes(Block block) throws IOException {
        if (!block.isSpilled()) {
            return block.bytes();
        }
        Path file = new Path(block.file());
        try (FSDataInputStream in = file.getFileSystem().open(file)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            throw new IOException(
                    "The checkpoint needs %s, which is gone; start from another one"
                            .formatted(file),
                    e);
        }
    }

    /** Deletes what nobody can need any more, left-overs of crashed writers included. */
    void deleteUpTo(long publishedCheckpoint) throws IOException {
        FileSystem files = directory.getFileSystem();
        if (!files.exists(directory)) {
            return;
        }
        for (FileStatus checkpoint : files.listStatus(directory)) {
            String name = checkpoint.getPath().getName();
            if (CHECKPOINT.matcher(name).matches() && Long.parseLong(name) <= publishedCheckpoint) {
                files.delete(checkpoint.getPath(), true);
            }
        }
    }
}
