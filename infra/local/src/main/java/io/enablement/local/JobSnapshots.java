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
record JobSnapshots(Path checkpoints, Path savepoints) {

    private static final String METADATA = "_metadata";

    /** checkpoints/job id/chk-7/_metadata */
    private static final int DEPTH = 3;

    static JobSnapshots of(Path directory, String job) {
        return new JobSnapshots(
                directory.resolve("checkpoints").resolve(job),
                directory.resolve("savepoints").resolve(job));
    }

    /** A snapshot gets its metadata last: one without was never complete. */
    Optional<Path> newest() {
        return Stream.of(checkpoints, savepoints)
                .flatMap(folder -> metadataFiles(folder).stream())
                .max(Comparator.comparing(JobSnapshots::modified))
                .map(Path::getParent);
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
