package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;

/** A change of one part of one month, signed; entries add up to the numbers. */
public record Entry(MonthKey month, Part part, int bucket, long amount) {}
