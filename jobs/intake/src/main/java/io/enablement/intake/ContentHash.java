package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * The id of an event whose source has none: a hash of its family and of every field but the id.
 * Fields at their default are left out, so that a field added to the schema changes no id.
 */
final class ContentHash {

    private static final int BYTES = 16;

    private ContentHash() {}

    static String of(Family family, GenericRecord record) {
        MessageDigest digest = sha256();
        add(digest, family.label());
        List<Schema.Field> fields =
                record.getSchema().getFields().stream()
                        .filter(field -> says(field, record))
                        .sorted(Comparator.comparing(Schema.Field::name))
                        .toList();
        for (Schema.Field field : fields) {
            add(digest, field.name());
            add(digest, record.get(field.pos()).toString());
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static boolean says(Schema.Field field, GenericRecord record) {
        if (field.name().equals("id")) {
            return false;
        }
        Object value = record.get(field.pos());
        return !field.hasDefaultValue()
                || value != null && !value.equals(GenericData.get().getDefaultValue(field));
    }

    /** The length before the text keeps "ab" + "c" apart from "a" + "bc". */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
