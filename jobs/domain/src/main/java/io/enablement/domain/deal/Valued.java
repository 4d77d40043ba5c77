package io.enablement.domain.deal;

/** An amount in minor units of the reporting currency, and the rate that gave it. */
public record Valued(long amountMinor, double rate) {}
