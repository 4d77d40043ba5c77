package io.enablement.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enablement.domain.event.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/** One event that a mapping makes of a row: when it applies and what its fields are. */
record EventMapping(Family family, List<Condition> when, List<FieldMapping> fields) {

    boolean appliesTo(CsvRow row) {
        return when.stream().allMatch(condition -> condition.holds(row));
    }

    Message message(CsvRow row, Map<String, Lookup> lookups) throws RowRejected {
        ObjectNode event = event(row, lookups);
        boolean needsId = !event.has("id");
        if (needsId) {
            event.put("id", "");
        }
        EventFormat format = EventFormat.of(family);
        GenericRecord record = format.read(event);
        if (needsId) {
            record.put("id", ContentHash.of(family, record));
        }
        return format.message(record);
    }

    /** The columns that the file has to have. */
    Stream<String> columns() {
        return Stream.concat(
                when.stream().map(Condition::column),
                fields.stream().flatMap(field -> field.columns().stream()));
    }

    private ObjectNode event(CsvRow row, Map<String, Lookup> lookups) throws RowRejected {
        String currency = currency(row, lookups);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (FieldMapping field : fields) {
            Optional<String> text = field.text(row, lookups);
            if (text.isPresent()) {
                event.set(field.field(), field.json(text.get(), currency));
            }
        }
        return event;
    }

    /** The currency decides how amounts are read; null where the event has none. */
    private String currency(CsvRow row, Map<String, Lookup> lookups) throws RowRejected {
        for (FieldMapping field : fields) {
            if (field.field().equals("currency")) {
                return field.text(row, lookups).orElse(null);
            }
        }
        return null;
    }
}
