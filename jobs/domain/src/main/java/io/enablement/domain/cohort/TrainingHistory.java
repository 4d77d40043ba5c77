package io.enablement.domain.cohort;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.Voidable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** All training events of one rep, in order and each once. */
public record TrainingHistory(List<TrainingEvent> events) {

    public static final TrainingHistory NONE = new TrainingHistory(List.of());

    public Insertion<TrainingEvent> with(
            TrainingEvent event, Function<TrainingEvent, byte[]> bytes) {
        return Insertion.of(events, event, bytes);
    }

    /** At most one exposure per programme and basis: the first that stands and has a known time. */
    public List<Exposure> exposures(BusinessCalendar calendar) {
        List<TrainingEvent> counted = counted();
        List<Exposure> exposures = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            first(counted, basis::exposes)
                    .forEach(event -> exposures.add(Exposure.of(event, basis, calendar)));
        }
        return exposures;
    }

    /** All work assignments that stand, also those of unknown time. */
    public List<Assignment> assignments() {
        return Voidable.standing(events).stream()
                .filter(TrainingEvent::isAssignment)
                .map(Assignment::of)
                .toList();
    }

    /** What stands and has a known time. */
    public List<TrainingEvent> counted() {
        return Voidable.standing(events).stream()
                .filter(event -> event.occurred().isKnown())
                .toList();
    }

    private static List<TrainingEvent> first(
            List<TrainingEvent> events, Predicate<TrainingEvent> exposes) {
        Map<String, TrainingEvent> byProgramme = new LinkedHashMap<>();
        events.stream()
                .filter(exposes)
                .forEach(event -> byProgramme.putIfAbsent(event.programmeId(), event));
        return List.copyOf(byProgramme.values());
    }
}
