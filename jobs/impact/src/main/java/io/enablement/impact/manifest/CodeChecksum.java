package io.enablement.impact.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What identifies the code that evaluates: a checksum of its compiled classes. */
final class CodeChecksum {

    private static final String PACKAGE = "io/enablement/impact";

    private CodeChecksum() {}

    /** The same whether the classes lie in a directory or in an archive. */
    static String value() {
        try {
            URI place =
                    CodeChecksum.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                return of(path);
            }
            try (FileSystem archive =
                    FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
                return of(archive.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of the evaluation cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Where classes lie is an address", e);
        }
    }

    private static String of(Path root) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .sorted((one, other) -> name(root, one).compareTo(name(root, other)))
                            .toList();
            for (Path each : classes) {
                digest.update(name(root, each).getBytes(StandardCharsets.UTF_8));
                try (InputStream bytes =
                        new DigestInputStream(Files.newInputStream(each), digest)) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
