package io.enablement.simulation;

/** Is told how far the writing of a simulation has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = events -> {};

    /** Events written until now. */
    void written(long events);
}
