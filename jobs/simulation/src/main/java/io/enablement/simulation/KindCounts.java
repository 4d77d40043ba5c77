package io.enablement.simulation;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many events of each kind there were. */
final class KindCounts {

    private final Map<Enum<?>, Count> counts = new HashMap<>();

    void add(Event event) {
        counts.computeIfAbsent(kind(event), kind -> new Count(event.family().label())).events++;
    }

    /** By names like {@code deal.WON}. */
    Map<String, Long> byName() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((kind, count) -> byName.put(count.family + "." + kind.name(), count.events));
        return byName;
    }

    private static Enum<?> kind(Event event) {
        return switch (event.family()) {
            case DEAL -> ((DealEvent) event).kind();
            case TRAINING -> ((TrainingEvent) event).kind();
            case CONTENT -> ((ContentEvent) event).kind();
            case PROGRAMME -> ((ProgrammeEvent) event).kind();
            case REP -> ((RepEvent) event).kind();
            case QUOTA -> ((QuotaEvent) event).kind();
        };
    }

    private static final class Count {
        private final String family;
        private long events;

        private Count(String family) {
            this.family = family;
        }
    }
}
