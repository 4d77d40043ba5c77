package io.enablement.domain.event;

import java.util.Locale;

/** The six families of events, each with a Kafka topic of its own. */
public enum Family {
    DEAL,
    TRAINING,
    CONTENT,
    PROGRAMME,
    REP,
    QUOTA;

    /** The Kafka topic that carries the family, for example {@code deal-events}. */
    public String topic() {
        return label() + "-events";
    }

    /** The name of the family in files, tables and messages, for example {@code deal}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
