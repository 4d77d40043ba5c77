package io.enablement.domain.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What became of an event that was added to the events of its aggregate: the events in order, each
 * identity once, and the one, if any, that lost because two contents claim its identity.
 */
public record Insertion<E extends Event>(List<E> events, boolean changed, List<E> losers) {

    /**
     * Adds an event to events that are in {@link Event#ORDER}. Where the identity is there already
     * with another content, the greater (recorded_at, bytes) stays.
     *
     * @param bytes the content of an event in a form that compares the same everywhere
     */
    public static <E extends Event> Insertion<E> of(
            List<E> events, E event, Function<E, byte[]> bytes) {
        E twin = twin(events, event);
        if (twin == null) {
            return new Insertion<>(with(events, event), true, List.of());
        }
        if (twin.equals(event)) {
            return new Insertion<>(events, false, List.of());
        }
        Comparator<E> byContent =
                Comparator.<E>comparingLong(known -> known.envelope().recordedAtMicros())
                        .thenComparing(bytes, Arrays::compareUnsigned);
        if (byContent.compare(twin, event) >= 0) {
            return new Insertion<>(events, false, List.of(event));
        }
        List<E> others = new ArrayList<>(events);
        others.remove(twin);
        return new Insertion<>(with(others, event), true, List.of(twin));
    }

    /** All that was there before is still there, in front of the event. */
    public boolean appended(E event) {
        return changed && losers.isEmpty() && events.get(events.size() - 1) == event;
    }

    /** The same event was there before. */
    public boolean duplicate() {
        return !changed && losers.isEmpty();
    }

    /** The event that is known by the same identity; {@code null} where there is none. */
    private static <E extends Event> E twin(List<E> events, E event) {
        for (E known : events) {
            if (known.envelope().sameIdentity(event.envelope())) {
                return known;
            }
        }
        return null;
    }

    private static <E extends Event> List<E> with(List<E> events, E event) {
        int place = Collections.binarySearch(events, event, Event.ORDER);
        List<E> more = new ArrayList<>(events.size() + 1);
        more.addAll(events);
        more.add(place < 0 ? -place - 1 : place, event);
        return more;
    }
}
