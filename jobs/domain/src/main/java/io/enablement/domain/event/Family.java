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

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String topic = label + "-events";

    /** The Kafka topic that carries the family, for example {@code deal-events}. */
    public String topic() {
        return topic;
    }

    /** The name of the family in files, tables and messages, for example {@code deal}. */
    public String label() {
        return label;
    }
}
