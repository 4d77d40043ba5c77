package io.enablement.streaming.state;

import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.Links;

/**
 * What makes the journey of a deal: the deal itself, and the touches of one link.
 *
 * @param closed {@code null} where only touches have changed, or the deal is not closed
 * @param link of the touches; empty where there are none
 * @param links packed: all touches of the link from now on
 * @param frozenMillis since when the deal is frozen; 0 where it is not
 */
public record JourneyInput(
        String dealId, Kind kind, ClosedDeal closed, String link, byte[] links, long frozenMillis) {

    /** What has changed. */
    public enum Kind {
        CLOSED,
        NOT_CLOSED,
        LINKED,
        /** Nothing changes any more. */
        FROZEN
    }

    private static final byte[] NONE = {};

    static JourneyInput closed(ClosedDeal deal) {
        return new JourneyInput(deal.dealId(), Kind.CLOSED, deal, "", NONE, 0);
    }

    static JourneyInput notClosed(String dealId) {
        return new JourneyInput(dealId, Kind.NOT_CLOSED, null, "", NONE, 0);
    }

    static JourneyInput linked(String dealId, String link, Links links) {
        return new JourneyInput(
                dealId, Kind.LINKED, null, link, links.isEmpty() ? NONE : links.pack(), 0);
    }

    static JourneyInput frozen(String dealId, long sinceMillis) {
        return new JourneyInput(dealId, Kind.FROZEN, null, "", NONE, sinceMillis);
    }
}
