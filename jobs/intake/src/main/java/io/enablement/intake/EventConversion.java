package io.enablement.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Turns JSON into an Avro record by walking the schema; says which field is wrong. */
final class EventConversion {

    /** Decides how many decimal digits the amounts have; may be null. */
    private final String currency;

    EventConversion(String currency) {
        this.currency = currency;
    }

    GenericRecord record(Schema schema, JsonNode node) throws RowRejected {
        return record(schema, "", node);
    }

    private GenericRecord record(Schema schema, String path, JsonNode node) throws RowRejected {
        if (!(node instanceof ObjectNode object)) {
            throw wrongType(path, "an object", node);
        }
        refuseUnknownFields(schema, path, object);
        String prefix = path.isEmpty() ? "" : path + ".";
        GenericData.Record result = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            result.put(field.pos(), value(field, prefix + field.name(), object.get(field.name())));
        }
        return result;
    }

    private Object value(Schema.Field field, String path, JsonNode node) throws RowRejected {
        if (node != null && !node.isNull()) {
            return convert(nonNull(field.schema()), path, node);
        }
        if (field.hasDefaultValue()) {
            return GenericData.get().getDefaultValue(field);
        }
        throw new RowRejected(RejectionReason.MISSING_FIELD, path + " is absent.");
    }

    Object convert(Schema schema, String path, JsonNode node) throws RowRejected {
        return switch (schema.getType()) {
            case STRING -> text(path, node);
            case ENUM -> symbol(schema, path, node);
            case INT -> integer(path, node);
            case LONG -> longValue(schema, path, node);
            case DOUBLE -> decimal(path, node);
            case BOOLEAN -> bool(path, node);
            case ARRAY -> array(schema, path, node);
            case RECORD -> record(schema, path, node);
            case UNION, MAP, BYTES, FIXED, FLOAT, NULL ->
                    throw new IllegalStateException("No event schema has " + schema.getType());
        };
    }

    private static String text(String path, JsonNode node) throws RowRejected {
        if (!node.isTextual()) {
            throw wrongType(path, "a text in quotes", node);
        }
        return node.textValue();
    }

    private static Object symbol(Schema schema, String path, JsonNode node) throws RowRejected {
        String text = text(path, node);
        String symbol = text.toUpperCase(Locale.ROOT);
        if (!schema.hasEnumSymbol(symbol)) {
            throw new RowRejected(
                    RejectionReason.UNKNOWN_VALUE,
                    path
                            + " "
                            + Texts.quoted(text)
                            + " is not one of "
                            + schema.getEnumSymbols()
                            + "."
                            + Texts.didYouMean(text, schema.getEnumSymbols()));
        }
        return new GenericData.EnumSymbol(schema, symbol);
    }

    private static Integer integer(String path, JsonNode node) throws RowRejected {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrongType(path, "a whole number of 32 bits", node);
        }
        return node.intValue();
    }

    private Long longValue(Schema schema, String path, JsonNode node) throws RowRejected {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return time(path, node);
        }
        if (isMoney(path) && node.isTextual()) {
            return Money.minorUnits(path, node.textValue(), currency);
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrongType(
                    path,
                    isMoney(path)
                            ? "a whole number of minor units, or a decimal in quotes"
                            : "a whole number of 64 bits",
                    node);
        }
        return node.longValue();
    }

    private static Long time(String path, JsonNode node) throws RowRejected {
        if (!node.isTextual()) {
            throw new RowRejected(
                    RejectionReason.BAD_TIME,
                    path + " is not a time in quotes like \"2026-03-01T10:00:00Z\".");
        }
        return Times.micros(path, node.textValue());
    }

    private static Double decimal(String path, JsonNode node) throws RowRejected {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrongType(path, "a number", node);
        }
        return node.doubleValue();
    }

    private static Boolean bool(String path, JsonNode node) throws RowRejected {
        if (!node.isBoolean()) {
            throw wrongType(path, "true or false", node);
        }
        return node.booleanValue();
    }

    private List<Object> array(Schema schema, String path, JsonNode node) throws RowRejected {
        if (!node.isArray()) {
            throw wrongType(path, "a list", node);
        }
        List<Object> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(convert(schema.getElementType(), path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    private static void refuseUnknownFields(Schema schema, String path, ObjectNode object)
            throws RowRejected {
        Iterator<String> names = object.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (schema.getField(name) == null) {
                List<String> known = schema.getFields().stream().map(Schema.Field::name).toList();
                throw new RowRejected(
                        RejectionReason.UNKNOWN_FIELD,
                        (path.isEmpty() ? "" : path + ": ")
                                + Texts.quoted(name)
                                + " is no field of "
                                + schema.getName()
                                + "."
                                + Texts.didYouMean(name, known));
            }
        }
    }

    /** The type of a value that is there; the optional fields are unions of null and a type. */
    static Schema nonNull(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMoney(String path) {
        int index = path.indexOf('[');
        return Money.isMoney(index < 0 ? path : path.substring(0, index));
    }

    private static RowRejected wrongType(String path, String wanted, JsonNode node) {
        return new RowRejected(
                RejectionReason.WRONG_TYPE,
                (path.isEmpty() ? "The event" : path)
                        + " is not "
                        + wanted
                        + ": "
                        + Texts.quoted(node.toString()));
    }
}
