package io.enablement.intake;

/** Is told how far a load has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (messages, bytes) -> {};

    /** Messages handed to Kafka until now, and the bytes of their values. */
    void sent(long messages, long bytes);
}
