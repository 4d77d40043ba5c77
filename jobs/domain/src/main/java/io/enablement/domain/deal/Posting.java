package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;

/**
 * What a deal, a quota, a training or content adds to one part of one rep at one moment.
 *
 * @param bucket the histogram bucket; 0 for parts that are one number
 */
public record Posting(Part part, int bucket, long amount, Moment at) {}
