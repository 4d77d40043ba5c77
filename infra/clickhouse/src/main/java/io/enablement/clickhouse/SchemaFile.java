package io.enablement.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** One numbered SQL file: its name below the module's folder, and its text. */
record SchemaFile(String name, String text) {

    /** The names of all files in the order in which they run. */
    static final String INDEX = "index.txt";

    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\n|$)");

    static List<SchemaFile> all() {
        return resource(INDEX).lines().map(SchemaFile::read).toList();
    }

    static SchemaFile read(String name) {
        return new SchemaFile(name, resource(name));
    }

    /** A statement ends with a semicolon at the end of a line; a comment has lines of its own. */
    List<String> statements() {
        String code = COMMENT_LINE.matcher(text).replaceAll("");
        return Arrays.stream(END_OF_STATEMENT.split(code))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    boolean isView() {
        return name.startsWith("views/");
    }

    /** SHA-256 of the text, as hexadecimal digits. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = SchemaFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
