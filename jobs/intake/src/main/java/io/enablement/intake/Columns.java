package io.enablement.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The names of columns in the header of a record. */
final class Columns {

    /** A record that is full of its row must still be taken by Kafka. */
    static final int LONGEST = 16_384;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private Columns() {}

    static String write(List<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts can be written", e);
        }
    }

    static List<String> read(String text) throws RowRejected {
        try {
            return JSON.readValue(text, NAMES);
        } catch (JsonProcessingException e) {
            throw new RowRejected(
                    RejectionReason.WRONG_FIELD_COUNT,
                    "The names of the columns that were kept with the row cannot be read.");
        }
    }
}
