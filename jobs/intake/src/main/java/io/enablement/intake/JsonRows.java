package io.enablement.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enablement.domain.event.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file with one event a line, named as in the Avro schemas, plus {@code family}. */
final class JsonRows implements RowReader {

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private final String file;
    private final RawLines lines;

    private JsonRows(String file, RawLines lines) {
        this.file = file;
        this.lines = lines;
    }

    static JsonRows open(Path file) throws IOException {
        return new JsonRows(file.getFileName().toString(), RawLines.open(file));
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        return lines.next().map(line -> line.row(file));
    }

    @Override
    public List<Message> messages(RawRow row) throws RowRejected {
        return read(row);
    }

    /** A line says all of its event by itself. */
    @Override
    public Map<String, String> kept() {
        return Map.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    static List<Message> read(RawRow row) throws RowRejected {
        row.requireComplete();
        ObjectNode event = parse(Texts.decode(row.bytes(), StandardCharsets.UTF_8));
        EventFormat format = EventFormat.of(family(event));
        return List.of(format.message(format.read(event)));
    }

    private static ObjectNode parse(String line) throws RowRejected {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode event) {
                return event;
            }
        } catch (JsonProcessingException e) {
            throw new RowRejected(RejectionReason.MALFORMED_JSON, e.getOriginalMessage());
        }
        throw new RowRejected(RejectionReason.MALFORMED_JSON, "The line is not a JSON object.");
    }

    /** Takes the family out of the event; what stays are fields of the schema. */
    private static Family family(ObjectNode event) throws RowRejected {
        JsonNode family = event.remove("family");
        if (family == null || !family.isTextual()) {
            throw new RowRejected(
                    RejectionReason.UNKNOWN_FAMILY,
                    "family is absent; it is one of " + Families.LABELS + ".");
        }
        return Families.byLabel(family.textValue())
                .orElseThrow(
                        () ->
                                new RowRejected(
                                        RejectionReason.UNKNOWN_FAMILY,
                                        "family "
                                                + Texts.quoted(family.textValue())
                                                + " is not one of "
                                                + Families.LABELS
                                                + "."));
    }
}
