package io.enablement.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Where the value of one field of an event comes from: a template, searched in a lookup table,
 * replaced by another value, or a fallback where it is empty or not found.
 *
 * @param lookup null where the value is not searched
 * @param fallback null where an empty value stays absent
 */
record FieldMapping(
        String field,
        Schema schema,
        Template template,
        LookupReference lookup,
        Map<String, String> values,
        String fallback,
        DateFormats dates,
        AmountRule amounts,
        String separator) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A column of a lookup table. */
    record LookupReference(String table, String column) {}

    /** How a file writes amounts. */
    enum AmountRule {
        /** Major units, exact in the currency. */
        EXACT,
        /** Major units with more digits than the currency has. */
        ROUNDED_HALF_EVEN,
        /** Whole minor units. */
        MINOR_UNITS
    }

    /** The text of the field for a row; empty where the row has none. */
    Optional<String> text(CsvRow row, Map<String, Lookup> lookups) throws RowRejected {
        String filled = template.fill(row);
        String found = lookup == null || filled.isEmpty() ? filled : find(filled, lookups);
        String value = values.getOrDefault(found, found);
        if (!value.isEmpty()) {
            return Optional.of(value);
        }
        return Optional.ofNullable(fallback);
    }

    /** The value as the JSON that the schema asks for. */
    JsonNode json(String text, String currency) throws RowRejected {
        if (schema.getType() != Schema.Type.ARRAY) {
            return json(schema, text, currency);
        }
        ArrayNode elements = NODES.arrayNode();
        for (String element : text.split(Pattern.quote(separator))) {
            elements.add(json(schema.getElementType(), element.strip(), currency));
        }
        return elements;
    }

    private String find(String key, Map<String, Lookup> lookups) throws RowRejected {
        Optional<String> found = lookups.get(lookup.table()).find(key, lookup.column());
        if (found.isEmpty() && fallback == null) {
            throw new RowRejected(
                    RejectionReason.LOOKUP_MISSING,
                    field
                            + ": lookup "
                            + lookup.table()
                            + " has no key "
                            + Texts.quoted(key)
                            + ".");
        }
        return found.orElse("");
    }

    private JsonNode json(Schema type, String text, String currency) throws RowRejected {
        return switch (type.getType()) {
            case INT, LONG -> number(type, text, currency);
            case DOUBLE -> NODES.numberNode(decimal(text));
            case BOOLEAN -> bool(text);
            default -> NODES.textNode(text);
        };
    }

    private JsonNode number(Schema type, String text, String currency) throws RowRejected {
        if (type.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return NODES.textNode(time(text));
        }
        if (Money.isMoney(field) && amounts != AmountRule.MINOR_UNITS) {
            return NODES.textNode(
                    amounts == AmountRule.EXACT
                            ? text
                            : Money.roundedHalfEven(field, text, currency));
        }
        try {
            return NODES.numberNode(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw wrongType("a whole number", text);
        }
    }

    /** The two clocks may be known to the day, which the events say as a date of its own. */
    private String time(String text) throws RowRejected {
        String standard = dates.standard(field, text);
        boolean isClock = field.equals("occurred_at") || field.equals("recorded_at");
        return isClock ? standard : dates.startOfDay(standard);
    }

    private BigDecimal decimal(String text) throws RowRejected {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrongType("a number", text);
        }
    }

    private JsonNode bool(String text) throws RowRejected {
        if (text.equalsIgnoreCase("true")) {
            return NODES.booleanNode(true);
        }
        if (text.equalsIgnoreCase("false")) {
            return NODES.booleanNode(false);
        }
        throw wrongType("true or false", text);
    }

    private RowRejected wrongType(String wanted, String text) {
        return new RowRejected(
                RejectionReason.WRONG_TYPE,
                field + " is not " + wanted + ": " + Texts.quoted(text));
    }

    /** The columns that the file has to have. */
    List<String> columns() {
        return template.columns();
    }
}
