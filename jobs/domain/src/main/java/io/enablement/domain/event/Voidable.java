package io.enablement.domain.event;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An event of a family in which one event can take another one back, even before it arrives. */
public interface Voidable extends Event {

    boolean isVoid();

    /** What a void takes back; meaningless for other kinds. */
    Target target();

    /** The events that happened: without the voids and without what they take back. */
    static <E extends Voidable> List<E> standing(Collection<E> events) {
        Set<Target> voided =
                events.stream()
                        .filter(Voidable::isVoid)
                        .map(Voidable::target)
                        .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> !event.isVoid() && !voided.contains(identity(event)))
                .toList();
    }

    private static Target identity(Event event) {
        return new Target(event.envelope().source(), event.envelope().id());
    }
}
