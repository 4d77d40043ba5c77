package io.enablement.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Reads where the fields of one event come from. */
record FieldMappingReader(
        Schema schema, List<String> columns, List<String> lookups, DateFormats dates) {

    private static final Set<String> KEYS =
            Set.of(
                    "template",
                    "column",
                    "constant",
                    "lookup",
                    "values",
                    "default",
                    "date_formats",
                    "rounding",
                    "unit",
                    "separator");
    private static final Set<String> LOOKUP_KEYS = Set.of("table", "column");

    void constant(String name, String text, Map<String, FieldMapping> fields) {
        fields.put(name, plain(name, Template.constant(text)));
    }

    /** Adds every field of a group; a later group wins over an earlier one. */
    void readAll(YamlNode owner, String key, Map<String, FieldMapping> fields) {
        for (Map.Entry<String, YamlNode> member : owner.members(key)) {
            String name = member.getKey();
            YamlNode node = member.getValue();
            if (schema.getField(name) == null) {
                node.problem(
                        "is no field of "
                                + schema.getName()
                                + "."
                                + Texts.didYouMean(name, names()));
                continue;
            }
            fields.put(name, field(name, node));
        }
    }

    void readOne(YamlNode owner, String name, Map<String, FieldMapping> fields) {
        owner.child(name).ifPresent(node -> fields.put(name, field(name, node)));
    }

    private FieldMapping field(String name, YamlNode node) {
        FieldMapping field =
                node.isScalar() ? plain(name, Template.parse(node.text())) : detailed(name, node);
        refuseUnknownColumns(node, field);
        refuseImpossibleTexts(node, field);
        return field;
    }

    private FieldMapping plain(String name, Template template) {
        return new FieldMapping(
                name,
                typeOf(name),
                template,
                null,
                Map.of(),
                null,
                dates,
                FieldMapping.AmountRule.EXACT,
                ";");
    }

    private FieldMapping detailed(String name, YamlNode node) {
        node.allow(KEYS);
        if (!node.isObject()) {
            return plain(name, Template.constant(""));
        }
        return new FieldMapping(
                name,
                typeOf(name),
                template(node),
                lookup(node),
                values(node),
                node.text("default").orElse(null),
                dates(name, node),
                amounts(name, node),
                node.text("separator").orElse(";"));
    }

    private static Template template(YamlNode node) {
        List<Template> given =
                Stream.of(
                                node.text("template").map(Template::parse),
                                node.text("column").map(Template::column),
                                node.text("constant").map(Template::constant))
                        .flatMap(Optional::stream)
                        .toList();
        if (given.size() == 1) {
            return given.get(0);
        }
        node.problem("give one of template, column and constant");
        return Template.constant("");
    }

    private FieldMapping.LookupReference lookup(YamlNode node) {
        Optional<YamlNode> lookup = node.child("lookup");
        if (lookup.isEmpty()) {
            return null;
        }
        lookup.get().allow(LOOKUP_KEYS);
        String table = lookup.get().requiredText("table", "one of " + lookups).orElse("");
        String column = lookup.get().requiredText("column", "name the column to take").orElse("");
        if (!lookups.contains(table)) {
            lookup.get()
                    .problem(
                            "there is no lookup table "
                                    + Texts.quoted(table)
                                    + "; declared are "
                                    + lookups
                                    + "."
                                    + Texts.didYouMean(table, lookups));
        }
        return new FieldMapping.LookupReference(table, column);
    }

    private static Map<String, String> values(YamlNode node) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, YamlNode> value : node.members("values")) {
            value.getValue().scalar().ifPresent(text -> values.put(value.getKey(), text));
        }
        return Map.copyOf(values);
    }

    private DateFormats dates(String name, YamlNode node) {
        if (node.child("date_formats").isEmpty()) {
            return dates;
        }
        if (!(typeOf(name).getLogicalType() instanceof LogicalTypes.TimestampMicros)) {
            node.problem("date_formats is for times only");
        }
        return dates.with(MappingReader.checkedPatterns(node, "date_formats"));
    }

    private static FieldMapping.AmountRule amounts(String name, YamlNode node) {
        Optional<String> rounding = node.text("rounding");
        Optional<String> unit = node.text("unit");
        if ((rounding.isPresent() || unit.isPresent()) && !Money.isMoney(name)) {
            node.problem("rounding and unit are for amounts only");
        }
        if (rounding.filter(text -> !text.equals("half_even")).isPresent()) {
            node.problem("rounding has to be half_even; leave it out where amounts are exact");
        }
        if (unit.filter(text -> !Set.of("major", "minor").contains(text)).isPresent()) {
            node.problem("unit has to be major or minor");
        }
        boolean minor = unit.filter("minor"::equals).isPresent();
        if (minor && rounding.isPresent()) {
            node.problem("minor units are whole; leave out rounding");
        }
        if (minor) {
            return FieldMapping.AmountRule.MINOR_UNITS;
        }
        return rounding.isPresent()
                ? FieldMapping.AmountRule.ROUNDED_HALF_EVEN
                : FieldMapping.AmountRule.EXACT;
    }

    private void refuseUnknownColumns(YamlNode node, FieldMapping field) {
        for (String column : field.columns()) {
            if (!columns.isEmpty() && !columns.contains(column)) {
                node.problem(
                        "there is no column "
                                + Texts.quoted(column)
                                + "."
                                + Texts.didYouMean(column, columns));
            }
        }
    }

    /** Tries the texts that are known in advance; amounts wait for their currency. */
    private static void refuseImpossibleTexts(YamlNode node, FieldMapping field) {
        if (isListOfRecords(field.schema())) {
            node.problem("a list of groups cannot be made from a CSV row; use JSON lines");
            return;
        }
        if (Money.isMoney(field.field())) {
            return;
        }
        for (String text : textsKnownInAdvance(field)) {
            try {
                JsonNode json = field.json(text, null);
                new EventConversion(null).convert(field.schema(), field.field(), json);
            } catch (RowRejected e) {
                node.problem(e.getMessage());
            }
        }
    }

    private static List<String> textsKnownInAdvance(FieldMapping field) {
        List<String> texts = new ArrayList<>(field.values().values());
        if (field.fallback() != null) {
            texts.add(field.fallback());
        }
        if (field.template().isConstant() && field.lookup() == null) {
            String constant = field.template().fill(new CsvRow(List.of(), List.of()));
            texts.add(field.values().getOrDefault(constant, constant));
        }
        texts.removeIf(String::isEmpty);
        return texts.stream().distinct().toList();
    }

    private static boolean isListOfRecords(Schema type) {
        return type.getType() == Schema.Type.ARRAY
                && type.getElementType().getType() == Schema.Type.RECORD;
    }

    private Schema typeOf(String name) {
        return EventConversion.nonNull(schema.getField(name).schema());
    }

    private List<String> names() {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }
}
