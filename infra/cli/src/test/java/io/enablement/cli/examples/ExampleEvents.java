package io.enablement.cli.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of examples as JSON lines, in the order in which they are told. */
final class ExampleEvents {

    static final String SOURCE = "example";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<ObjectNode> events = new ArrayList<>();

    ExampleDeal deal(String dealId) {
        return new ExampleDeal(this, dealId);
    }

    ExampleRep rep(String repId) {
        return new ExampleRep(this, repId);
    }

    /** Its first definition, with contents for an audience of one role. */
    void programme(String programmeId, String day, String role, String... contents) {
        tell(
                "programme",
                "DEFINED",
                at(day),
                Map.of(
                        "programme_id",
                        programmeId,
                        "version",
                        1,
                        "audience_roles",
                        List.of(role),
                        "content_ids",
                        List.of(contents)));
    }

    /** At ten o'clock on a day. */
    static String at(String day) {
        return day + "T10:00:00Z";
    }

    /**
     * An event with an id of its own, unless the fields name one; without a time where it is null.
     */
    void tell(String family, String kind, String occurredAt, Map<String, ?> fields) {
        ObjectNode event = mapper.createObjectNode();
        event.put("family", family);
        event.put("kind", kind);
        event.put("id", "e-" + events.size());
        event.put("source", SOURCE);
        if (occurredAt != null) {
            event.put("occurred_at", occurredAt);
        }
        fields.forEach((field, value) -> event.set(field, mapper.valueToTree(value)));
        events.add(event);
    }

    List<String> lines() {
        return events.stream().map(ObjectNode::toString).toList();
    }
}
