package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Insertion;
import java.util.List;
import java.util.function.Function;

/** All events of one deal, in order and each once: the state from which the deal is folded. */
public record DealHistory(List<DealEvent> events) {

    public static final DealHistory NONE = new DealHistory(List.of());

    /** Adds an event; see {@link Insertion} for duplicates and conflicts. */
    public Insertion<DealEvent> with(DealEvent event, Function<DealEvent, byte[]> bytes) {
        return Insertion.of(events, event, bytes);
    }

    /** The deal as its events tell it; without events an open deal of which nothing is known. */
    public Deal deal() {
        return DealFold.of(events.isEmpty() ? "" : events.get(0).dealId(), events).deal();
    }

    /** When the deal was last heard of: the greatest time of any of its events. */
    public long lastMicros() {
        long last = 0;
        for (DealEvent event : events) {
            Envelope envelope = event.envelope();
            last = Math.max(last, envelope.occurredAtMicros());
            last = Math.max(last, envelope.recordedAtMicros());
        }
        return last;
    }
}
