package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;

/**
 * Whether a deal is there, deleted, or merged into another.
 *
 * @param at when it was merged; unknown for all others
 */
public record Removal(boolean removed, String mergedInto, Moment at) {

    static final Removal NONE = new Removal(false, "", Moment.UNKNOWN);
    static final Removal DELETED = new Removal(true, "", Moment.UNKNOWN);

    static Removal mergedInto(String dealId, Moment at) {
        return new Removal(true, dealId, at);
    }
}
