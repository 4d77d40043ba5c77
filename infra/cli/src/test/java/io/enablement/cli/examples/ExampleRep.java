package io.enablement.cli.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rep of an example: employment from the start of a day, everything else at ten o'clock on it.
 */
final class ExampleRep {

    private final ExampleEvents events;
    private final String repId;

    ExampleRep(ExampleEvents events, String repId) {
        this.events = events;
        this.repId = repId;
    }

    ExampleRep hired(String day, String team) {
        return hired(day, team, "seller");
    }

    ExampleRep hired(String day, String team, String role) {
        return employment("HIRED", day, Map.of("team", team, "role", role, "region", "emea"));
    }

    ExampleRep moved(String day, String team, String role) {
        return employment("CHANGED", day, Map.of("team", team, "role", role));
    }

    ExampleRep employment(String kind, String day, Map<String, ?> fields) {
        return tell("rep", kind, day, fields);
    }

    /** The amount is in dollars; the months of a ramp add up to it. */
    ExampleRep quota(String day, String period, String amount, String... months) {
        return tell(
                "quota",
                "SET",
                ExampleEvents.at(day),
                Map.of(
                        "period",
                        period,
                        "amount_minor",
                        amount,
                        "currency",
                        "USD",
                        "schedule_minor",
                        List.of(months)));
    }

    ExampleRep training(String kind, String day, String programme) {
        return training(kind, day, programme, Map.of());
    }

    ExampleRep training(String kind, String day, String programme, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("programme_id", programme);
        return tell("training", kind, ExampleEvents.at(day), all);
    }

    ExampleRep uses(String content, String day, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("content_id", content);
        return tell("content", "VIEWED", ExampleEvents.at(day), all);
    }

    /** At any time: a plain date is known to the day only. */
    ExampleRep tell(String family, String kind, String occurredAt, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("rep_id", repId);
        events.tell(family, kind, occurredAt, all);
        return this;
    }
}
