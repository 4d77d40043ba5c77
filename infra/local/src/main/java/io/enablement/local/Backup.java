package io.enablement.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The directory of a stack that lies still, as one zip file: the topics of Kafka, the tables of
 * ClickHouse and the newest savepoint of each job, from which a start on the restored directory
 * goes on. Passwords, locks and what a start makes anew stay out.
 */
public final class Backup {

    private static final String MANIFEST = "backup.json";
    private static final String ENGINE = "clickhouse";
    private static final String BROKER = "kafka";
    private static final String LOCK = "in-use.lock";

    /** The comment of the zip file, its last bytes: the hash of all bytes before, in digits. */
    private static final int SEAL = 64;

    private Backup() {}

    /**
     * To be called by the one who holds the lock of the directory.
     *
     * @param facts asked after all files have been read
     * @throws StackException where a job has not ended with a savepoint
     */
    public static BackupManifest write(
            Path directory, Path file, Supplier<Map<String, String>> facts) {
        List<Path> savepoints = JobSnapshots.savepointsOfStill(directory.resolve("flink"));
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            BackupManifest manifest = write(directory, draft, savepoints, facts);
            seal(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException e) {
            throw new StackException("Cannot write the backup " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes the directory, which must be missing or empty, and leaves nothing in it where the
     * backup is damaged.
     */
    public static BackupManifest restore(Path file, Path directory) {
        if (!isEmpty(directory)) {
            throw new StackException("The directory to restore to is not empty: " + directory);
        }
        requireSeal(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip, file);
            extract(zip, manifest, directory);
            PasswordFile.readOrCreate(directory);
            return manifest;
        } catch (IOException | IllegalArgumentException e) {
            JobSnapshots.deleteAll(directory);
            throw new StackException(
                    "The backup %s cannot be restored: %s".formatted(file, e.getMessage()), e);
        } catch (StackException e) {
            JobSnapshots.deleteAll(directory);
            throw e;
        }
    }

    private static BackupManifest write(
            Path directory, Path draft, List<Path> savepoints, Supplier<Map<String, String>> facts)
            throws IOException {
        SortedMap<String, BackupManifest.StoredFile> files = new TreeMap<>();
        SortedMap<String, String> links = new TreeMap<>();
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            // What takes most room is compressed already.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment("0".repeat(SEAL));
            for (Path path : contents(directory, savepoints)) {
                String name = name(directory, path);
                if (Files.isSymbolicLink(path)) {
                    links.put(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isDirectory(path)) {
                    zip.putNextEntry(new ZipEntry(name + "/"));
                    zip.closeEntry();
                } else {
                    files.put(name, add(zip, name, path));
                }
            }
            BackupManifest manifest =
                    new BackupManifest(
                            BackupManifest.FORMAT,
                            Clock.systemUTC().instant().toString(),
                            new TreeMap<>(facts.get()),
                            files,
                            links);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(new ObjectMapper().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /** Symbolic links are not followed: ClickHouse links to its own files. */
    private static List<Path> contents(Path directory, List<Path> savepoints) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory))
                    .filter(path -> belongs(directory.relativize(path), directory, savepoints))
                    .sorted()
                    .toList();
        }
    }

    private static boolean belongs(Path relative, Path directory, List<Path> savepoints) {
        if (relative.getFileName().toString().equals(LOCK)) {
            return false;
        }
        return relative.startsWith(ENGINE)
                || relative.startsWith(BROKER)
                || savepoints.stream()
                        .anyMatch(each -> directory.resolve(relative).startsWith(each));
    }

    private static BackupManifest.StoredFile add(ZipOutputStream zip, String name, Path path)
            throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        long size;
        try (InputStream content = new DigestInputStream(Files.newInputStream(path), digest)) {
            size = content.transferTo(zip);
        }
        zip.closeEntry();
        return new BackupManifest.StoredFile(
                size,
                HexFormat.of().formatHex(digest.digest()),
                Files.getLastModifiedTime(path).toMillis());
    }

    private static void seal(Path draft) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(draft.toFile(), "rw")) {
            long sealed = file.length() - SEAL;
            String hash = hash(draft, sealed);
            file.seek(sealed);
            file.write(hash.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void requireSeal(Path backup) {
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "r")) {
            long sealed = Math.max(0, file.length() - SEAL);
            byte[] seal = new byte[(int) (file.length() - sealed)];
            file.seek(sealed);
            file.readFully(seal);
            if (!hash(backup, sealed).equals(new String(seal, StandardCharsets.US_ASCII))) {
                throw new StackException(
                        backup + " is damaged, or no backup: it is not what was written");
            }
        } catch (IOException e) {
            throw new StackException("Cannot read the backup " + backup, e);
        }
    }

    /** Of so many of the first bytes. */
    private static String hash(Path file, long length) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream content = Files.newInputStream(file)) {
            long left = length;
            while (left > 0) {
                int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(file + " ends early");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry =
                Optional.ofNullable(zip.getEntry(MANIFEST))
                        .orElseThrow(() -> new StackException(file + " is no backup of a stack"));
        byte[] json;
        try (InputStream content = zip.getInputStream(entry)) {
            json = content.readAllBytes();
        }
        BackupManifest manifest = new ObjectMapper().readValue(json, BackupManifest.class);
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new StackException(
                    "%s has format %d; this program reads %d"
                            .formatted(file, manifest.format(), BackupManifest.FORMAT));
        }
        return manifest;
    }

    private static void extract(ZipFile zip, BackupManifest manifest, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.isDirectory()) {
                Files.createDirectories(inside(directory, entry.getName()));
            } else if (!entry.getName().equals(MANIFEST)
                    && !manifest.files().containsKey(entry.getName())) {
                throw damaged(entry.getName());
            }
        }
        for (Map.Entry<String, BackupManifest.StoredFile> file : manifest.files().entrySet()) {
            extract(zip, file.getKey(), file.getValue(), inside(directory, file.getKey()));
        }
        for (Map.Entry<String, String> link : manifest.links().entrySet()) {
            Path path = inside(directory, link.getKey());
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.getValue()));
        }
    }

    private static void extract(
            ZipFile zip, String name, BackupManifest.StoredFile stored, Path path)
            throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        MessageDigest digest = sha256();
        Files.createDirectories(path.getParent());
        try (InputStream content = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            content.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(stored.sha256())) {
            throw damaged(name);
        }
        Files.setLastModifiedTime(path, FileTime.fromMillis(stored.modifiedMillis()));
    }

    /** A path of a backup never leads out of the directory. */
    private static Path inside(Path directory, String name) {
        Path path = directory.resolve(name).normalize();
        if (!path.startsWith(directory.normalize())) {
            throw damaged(name);
        }
        return path;
    }

    private static StackException damaged(String name) {
        return new StackException("The backup is damaged: " + name + " is not what was written");
    }

    private static boolean isEmpty(Path directory) {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new StackException("Cannot read directory " + directory, e);
        }
    }

    private static String name(Path directory, Path path) {
        return directory.relativize(path).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
