package io.enablement.domain.rep;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Voidable;
import java.util.List;
import java.util.function.Function;

/** All employment events of one rep, in order and each once. */
public record RepHistory(List<RepEvent> events) {

    public static final RepHistory NONE = new RepHistory(List.of());

    public Insertion<RepEvent> with(RepEvent event, Function<RepEvent, byte[]> bytes) {
        return Insertion.of(events, event, bytes);
    }

    public Tenures tenures(BusinessCalendar calendar) {
        return Tenures.of(Voidable.standing(events), calendar);
    }
}
