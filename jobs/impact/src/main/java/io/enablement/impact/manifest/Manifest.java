package io.enablement.impact.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.enablement.impact.panel.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an evaluator needs to repeat a run and to see whether the same comes of it.
 *
 * @param format version of this file's form
 * @param code checksum of the classes that evaluate
 * @param settings all of them, as text
 * @param settingsHash SHA-256 of the settings
 * @param schemas of each topic, the fingerprints of the schemas that its records name
 * @param asOf until when anything has happened in what was read
 * @param run its number among the results
 * @param eventLog ranges of the archive with their checksums
 * @param inputs checksums of what was read from the results of the jobs
 * @param rows of each table that was written
 * @param results checksums of these rows, without the number of the run
 * @param signature Ed25519 over the other fields, in Base64; null where there is no key
 */
public record Manifest(
        int format,
        String code,
        Map<String, String> settings,
        String settingsHash,
        Map<String, String> schemas,
        long generation,
        long checkpoint,
        String asOf,
        long run,
        List<LogRange> eventLog,
        Map<String, String> inputs,
        Map<String, Integer> rows,
        Map<String, String> results,
        String signature) {

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    /**
     * Of a run that has found everything, on the archive as it is published now.
     *
     * @param settings all of them, by name
     */
    public static Manifest of(
            Connection connection, Map<String, String> settings, RunOutcome outcome)
            throws SQLException {
        EventLog log = new EventLog(connection);
        Map<String, String> sorted = new TreeMap<>(settings);
        return new Manifest(
                FORMAT,
                CodeChecksum.value(),
                sorted,
                hash(sorted),
                log.schemas(),
                outcome.published().generation(),
                outcome.published().checkpoint(),
                outcome.published().asOf().toString(),
                outcome.run(),
                log.ranges(),
                outcome.inputs(),
                outcome.rows(),
                outcome.results(),
                null);
    }

    /**
     * @throws ManifestException where the file is none
     */
    public static Manifest read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ManifestException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param name of where the text stands, for people
     * @throws ManifestException where the text is none
     */
    static Manifest parse(String name, String text) {
        try {
            Manifest manifest = JSON.readValue(text, Manifest.class);
            if (manifest.format != FORMAT) {
                throw new ManifestException(
                        "%s: format is %d; this version reads %d"
                                .formatted(name, manifest.format, FORMAT),
                        null);
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new ManifestException(
                    "%s is no manifest of a run: %s".formatted(name, e.getOriginalMessage()), e);
        }
    }

    public void write(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, text() + "\n");
    }

    public Manifest signed(SigningKey key) {
        return withSignature(key.sign(unsignedBytes()));
    }

    public boolean isSigned() {
        return signature != null;
    }

    /** Whether the owner of the key signed exactly this. */
    public boolean isSignedBy(VerifyingKey key) {
        return isSigned() && key.verifies(unsignedBytes(), signature);
    }

    static String hash(Map<String, String> settings) {
        Checksum checksum = new Checksum();
        settings.forEach((name, value) -> checksum.text(name).text(value));
        return checksum.value();
    }

    private byte[] unsignedBytes() {
        return withSignature(null).text().getBytes(StandardCharsets.UTF_8);
    }

    private Manifest withSignature(String value) {
        return new Manifest(
                format,
                code,
                settings,
                settingsHash,
                schemas,
                generation,
                checkpoint,
                asOf,
                run,
                eventLog,
                inputs,
                rows,
                results,
                value);
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }
}
