package io.enablement.domain.event;

/** The event that made a number change. */
public record Cause(String family, String source, String id) {}
