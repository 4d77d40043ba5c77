package io.enablement.local;

import java.util.Map;

/**
 * What a backup holds, and what proves it.
 *
 * @param format of the backup itself
 * @param facts what its maker says of it: counts of rows, the generation that is shown
 * @param files their paths, with {@code /}, and contents
 * @param links symbolic links and their targets, relative to where they lie
 */
public record BackupManifest(
        int format,
        String created,
        Map<String, String> facts,
        Map<String, StoredFile> files,
        Map<String, String> links) {

    static final int FORMAT = 1;

    /**
     * One file.
     *
     * @param sha256 of its content, in hexadecimal digits
     * @param modifiedMillis snapshots are found by their age
     */
    public record StoredFile(long size, String sha256, long modifiedMillis) {}
}
