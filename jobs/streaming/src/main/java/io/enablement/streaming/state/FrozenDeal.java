package io.enablement.streaming.state;

/** A deal of which nothing changes any more, because its history is dropped. */
public record FrozenDeal(String dealId, long sinceMillis) {}
