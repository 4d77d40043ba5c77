package io.enablement.simulation;

import io.enablement.domain.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Events that are already decided, by the day on which they will be recorded. */
final class Agenda {

    private static final Comparator<Event> BY_RECORDING =
            Comparator.comparingLong(event -> event.envelope().recordedAtMicros());

    private final long firstDay;
    private final List<List<Event>> days = new ArrayList<>();

    Agenda(Timeline timeline) {
        this.firstDay = timeline.firstDay();
        for (int day = 0; day < timeline.days(); day++) {
            days.add(null);
        }
    }

    void add(Event event) {
        int place = place(Timeline.dayOf(event.envelope().recordedAtMicros()));
        List<Event> events = days.get(place);
        if (events == null) {
            events = new ArrayList<>();
            days.set(place, events);
        }
        events.add(event);
    }

    /** The events of a day in the order of their recording; they are forgotten here. */
    List<Event> take(long day) {
        List<Event> events = days.set(place(day), null);
        if (events == null) {
            return List.of();
        }
        events.sort(BY_RECORDING);
        return events;
    }

    private int place(long day) {
        return Math.toIntExact(day - firstDay);
    }
}
