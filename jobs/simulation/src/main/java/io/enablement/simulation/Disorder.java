package io.enablement.simulation;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Event;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Events as they arrive over unreliable ways: each at least once, in another order, and now and
 * then contradicted. Memory is bounded by the buffer.
 */
final class Disorder implements Iterator<Event> {

    private final Iterator<Event> events;
    private final DisorderProfile profile;
    private final Dice dice;
    private final List<Event> waiting = new ArrayList<>();
    private long duplicates;
    private long conflicts;

    Disorder(Iterator<Event> events, DisorderProfile profile, long seed) {
        this.events = events;
        this.profile = profile;
        this.dice = Dice.of(seed, "disorder", 0);
    }

    @Override
    public boolean hasNext() {
        return !waiting.isEmpty() || events.hasNext();
    }

    @Override
    public Event next() {
        while (waiting.size() < profile.buffer() && events.hasNext()) {
            take(events.next());
        }
        if (waiting.isEmpty()) {
            throw new NoSuchElementException();
        }
        int last = waiting.size() - 1;
        int place = profile.buffer() == 1 ? 0 : dice.below(waiting.size());
        Event drawn = waiting.get(place);
        waiting.set(place, waiting.get(last));
        waiting.remove(last);
        return drawn;
    }

    /** Events that came a second time. */
    long duplicates() {
        return duplicates;
    }

    /** Contents that lost against another under their identity. */
    long conflicts() {
        return conflicts;
    }

    private void take(Event event) {
        waiting.add(event);
        if (dice.chance(profile.duplicates())) {
            waiting.add(event);
            duplicates++;
        }
        if (event instanceof DealEvent deal
                && deal.amountMinor() != null
                && dice.chance(profile.conflicts())) {
            waiting.add(contradiction(deal));
            conflicts++;
        }
    }

    /** Another amount under the same identity, recorded earlier: it loses in any order. */
    private static DealEvent contradiction(DealEvent event) {
        Envelope envelope = event.envelope();
        Envelope earlier =
                new Envelope(
                        envelope.source(),
                        envelope.id(),
                        envelope.occurredAtMicros(),
                        envelope.recordedAtMicros() - Timeline.SECOND,
                        envelope.quality(),
                        envelope.partition(),
                        envelope.offset());
        return new DealEvent(
                earlier,
                event.kind(),
                event.dealId(),
                event.accountId(),
                event.owner(),
                event.stage(),
                event.stageRank(),
                event.amountMinor() + 100,
                event.currency(),
                event.dealType(),
                event.pipeline(),
                event.expectedCloseMicros(),
                event.qualification(),
                event.lossReason(),
                event.mergedInto(),
                event.splits());
    }
}
