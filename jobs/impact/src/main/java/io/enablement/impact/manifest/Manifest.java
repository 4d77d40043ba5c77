package io.enablement.impact.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.enablement.impact.panel.Checksum;
import io.enablement.impact.roi.Margin;
import io.enablement.impact.run.ImpactRun;
import io.enablement.impact.run.ImpactSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Of a run that has just come to its end. */
    public static Manifest of(
            Connection connection, ImpactSettings settings, ImpactRun.Outcome outcome)
            throws SQLException {
        EventLog log = new EventLog(connection);
        Map<String, String> words = words(settings);
        return new Manifest(
                FORMAT,
                CodeChecksum.value(),
                words,
                hash(words),
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
            Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
            if (manifest.format != FORMAT) {
                throw new ManifestException(
                        "%s: format is %d; this version reads %d"
                                .formatted(file, manifest.format, FORMAT),
                        null);
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new ManifestException(
                    "%s is no manifest of a run: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ManifestException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
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

    /** The settings of the run. */
    public ImpactSettings runSettings() {
        String programmes = settings.getOrDefault("programmes", "");
        String margin = settings.getOrDefault("margin", "");
        try {
            return new ImpactSettings(
                    programmes.isEmpty() ? List.of() : List.of(programmes.split(",")),
                    Integer.parseInt(settings.get("draws")),
                    Long.parseLong(settings.get("seed")),
                    margin.isEmpty()
                            ? Margin.UNKNOWN
                            : new Margin(Double.parseDouble(margin), settings.get("margin_source")),
                    Double.parseDouble(settings.get("share_treated")),
                    Boolean.parseBoolean(settings.get("unbalanced")));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ManifestException(
                    "The manifest's settings are incomplete or wrong: " + settings, e);
        }
    }

    static String hash(Map<String, String> settings) {
        Checksum checksum = new Checksum();
        settings.forEach((name, value) -> checksum.text(name).text(value));
        return checksum.value();
    }

    private static Map<String, String> words(ImpactSettings settings) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("draws", String.valueOf(settings.draws()));
        words.put(
                "margin",
                settings.margin().isKnown() ? String.valueOf(settings.margin().share()) : "");
        words.put("margin_source", settings.margin().source());
        words.put("programmes", String.join(",", settings.programmes()));
        words.put("seed", String.valueOf(settings.seed()));
        words.put("share_treated", String.valueOf(settings.shareTreated()));
        words.put("unbalanced", String.valueOf(settings.unbalanced()));
        return words;
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

    private String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }
}
