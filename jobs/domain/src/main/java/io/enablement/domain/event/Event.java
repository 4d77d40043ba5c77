package io.enablement.domain.event;

import java.util.Comparator;
import java.util.Optional;

/** Something that happened to one aggregate, for example a deal or a rep. */
public interface Event {

    /**
     * The order within an aggregate: time of happening, time of recording, kind (creations first,
     * closes last), identity.
     */
    Comparator<Event> ORDER =
            Comparator.comparing(Event::envelope, Envelope.BY_CLOCKS)
                    .thenComparingInt(Event::kindRank)
                    .thenComparing(Event::envelope, Envelope.BY_IDENTITY);

    Envelope envelope();

    Family family();

    /** The aggregate that the event belongs to, which is also its key in Kafka. */
    String aggregate();

    /** Place of the kind among events of the very same time. */
    int kindRank();

    /** What is wrong with the event by itself, whatever else happened; empty where nothing is. */
    Optional<String> problem();

    default Moment occurred() {
        return envelope().occurred();
    }

    default Cause cause() {
        return new Cause(family().label(), envelope().source(), envelope().id());
    }
}
