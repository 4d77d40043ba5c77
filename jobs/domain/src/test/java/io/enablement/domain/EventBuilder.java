package io.enablement.domain;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Moment;

/**
 * One event under construction. Without further words it comes from the source {@code test}, is
 * recorded when it happens, and its kind and time are its id.
 */
abstract class EventBuilder<B extends EventBuilder<B>> {

    private final Moment at;
    private String source = "test";
    private String id;
    private long recordedAtMicros;

    EventBuilder(Enum<?> kind, Moment at) {
        this.at = at;
        this.id = kind + "@" + at.micros();
        this.recordedAtMicros = at.micros();
    }

    public B source(String name) {
        source = name;
        return self();
    }

    public B id(String name) {
        id = name;
        return self();
    }

    public B recorded(Moment moment) {
        recordedAtMicros = moment.micros();
        return self();
    }

    abstract B self();

    Envelope envelope() {
        return new Envelope(source, id, at.micros(), recordedAtMicros, at.quality(), 0, 0);
    }
}
