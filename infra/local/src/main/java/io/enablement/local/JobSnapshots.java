package io.enablement.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints and savepoints of one job on disk. */
public record JobSnapshots(Path checkpoints, Path savepoints) {

    private static final String METADATA = "_metadata";

    /** checkpoints/job id/chk-7/_metadata */
    private static final int DEPTH = 3;

    /** Those of the job on the Flink of that directory. */
    public static JobSnapshots of(Path directory, String job) {
        return new JobSnapshots(
                directory.resolve("checkpoints").resolve(job),
                directory.resolve("savepoints").resolve(job));
    }

    /** A snapshot gets its metadata last: one without was never complete. */
    public Optional<Path> newest() {
        return Stream.of(checkpoints, savepoints)
                .flatMap(folder -> metadataFiles(folder).stream())
                .max(Comparator.comparing(JobSnapshots::modified))
                .map(Path::getParent);
    }

    /** The right to run the job: two at once would write over each other's results. */
    public DirectoryLock claim() {
        return DirectoryLock.take(checkpoints);
    }

    /** No start goes on from any of them. */
    public void delete() {
        Stream.of(checkpoints, savepoints).forEach(JobSnapshots::deleteAll);
    }

    /**
     * The savepoint with which each job on that Flink has ended.
     *
     * @throws StackException where a job has ended otherwise, or has left rows that are not
     *     committed
     */
    static List<Path> savepointsOfStill(Path flink) {
        Path checkpoints = flink.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> jobs = Files.list(checkpoints)) {
            return jobs.sorted()
                    .flatMap(job -> of(flink, job.getFileName().toString()).ended().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for snapshots in " + checkpoints, e);
        }
    }

    /** The savepoint with which the job has ended; empty for one that never ran. */
    private Optional<Path> ended() {
        Optional<Path> newest = newest();
        boolean still = newest.filter(snapshot -> !snapshot.startsWith(savepoints)).isEmpty();
        if (!still || hasWaitingBlocks()) {
            throw new StackException(
                    "The job %s has not ended with a savepoint: start it and stop it cleanly first"
                            .formatted(checkpoints.getFileName()));
        }
        return newest;
    }

    /** Large blocks lie there until they are committed. */
    private boolean hasWaitingBlocks() {
        Path blocks = checkpoints.resolve("blocks");
        if (!Files.isDirectory(blocks)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(blocks)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + blocks, e);
        }
    }

    /** A folder and all that is in it, if it is there. */
    static void deleteAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the snapshots in " + folder, e);
        }
    }

    private static List<Path> metadataFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.getFileName().toString().equals(METADATA)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for snapshots in " + folder, e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
