package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * Reads the events of one section of a mapping.
 *
 * @param columns known in advance only where the file has no header, else empty
 */
record EventMappingReader(
        List<String> columns,
        List<String> lookups,
        Optional<String> source,
        Optional<String> currency,
        DateFormats dates) {

    private static final Set<String> EVENT_KEYS = Set.of("family", "kind", "id", "when", "fields");
    private static final Set<String> CONDITION_KEYS = Set.of("column", "equals", "in", "empty");

    List<EventMapping> read(YamlNode section) {
        if (section.elements("events").isEmpty()) {
            section.problem("events is missing; list at least one event");
        }
        List<EventMapping> events = new ArrayList<>();
        for (YamlNode event : section.elements("events")) {
            event.allow(EVENT_KEYS);
            family(event).ifPresent(family -> events.add(event(section, event, family)));
        }
        return events;
    }

    private EventMapping event(YamlNode section, YamlNode event, Family family) {
        List<Condition> conditions = event.elements("when").stream().map(this::condition).toList();
        Map<String, FieldMapping> fields = new LinkedHashMap<>();
        Schema schema = EventFormat.of(family).schema();
        FieldMappingReader reader = new FieldMappingReader(schema, columns, lookups, dates);
        source.ifPresent(text -> reader.constant("source", text, fields));
        currency.filter(text -> schema.getField("currency") != null)
                .ifPresent(text -> reader.constant("currency", text, fields));
        reader.readAll(section, "fields", fields);
        reader.readAll(event, "fields", fields);
        reader.readOne(event, "kind", fields);
        reader.readOne(event, "id", fields);
        refuseGaps(event, schema, fields);
        return new EventMapping(family, conditions, List.copyOf(fields.values()));
    }

    private static Optional<Family> family(YamlNode event) {
        Optional<String> label = event.requiredText("family", "it is one of " + Families.LABELS);
        Optional<Family> family = label.flatMap(Families::byLabel);
        if (label.isPresent() && family.isEmpty()) {
            event.problem(
                    "family "
                            + Texts.quoted(label.get())
                            + " is not one of "
                            + Families.LABELS
                            + "."
                            + Texts.didYouMean(label.get(), Families.LABELS));
        }
        return family;
    }

    private Condition condition(YamlNode node) {
        node.allow(CONDITION_KEYS);
        String column = node.requiredText("column", "name the column to look at").orElse("");
        refuseUnknownColumn(node, column);
        List<String> values = new ArrayList<>(node.texts("in"));
        node.text("equals").ifPresent(values::add);
        Optional<String> empty = node.text("empty");
        if (empty.isPresent() == !values.isEmpty()) {
            node.problem("give one of equals, in and empty");
        }
        if (empty.isEmpty()) {
            return new Condition(column, values, Condition.Emptiness.ANY);
        }
        if (!Set.of("true", "false").contains(empty.get())) {
            node.problem("empty has to be true or false");
        }
        return new Condition(
                column,
                List.of(),
                empty.get().equals("true")
                        ? Condition.Emptiness.EMPTY
                        : Condition.Emptiness.NOT_EMPTY);
    }

    private void refuseUnknownColumn(YamlNode node, String column) {
        if (!columns.isEmpty() && !columns.contains(column)) {
            node.problem(
                    "there is no column "
                            + Texts.quoted(column)
                            + "."
                            + Texts.didYouMean(column, columns));
        }
    }

    /** Names the fields that every event of the family needs and that nothing fills. */
    private static void refuseGaps(
            YamlNode event, Schema schema, Map<String, FieldMapping> fields) {
        Set<String> needed = new TreeSet<>();
        for (Schema.Field field : schema.getFields()) {
            if (!field.hasDefaultValue()) {
                needed.add(field.name());
            }
        }
        needed.removeAll(Set.of("id", "recorded_at"));
        if (isAlwaysUnknown(fields.get("time_quality"))) {
            needed.remove("occurred_at");
        }
        needed.removeAll(fields.keySet());
        for (String field : needed) {
            event.problem(
                    field
                            + " is missing; every "
                            + schema.getName()
                            + " needs it: "
                            + schema.getField(field).doc());
        }
    }

    private static boolean isAlwaysUnknown(FieldMapping quality) {
        return quality != null && quality.template().equals(Template.constant("unknown"));
    }
}
