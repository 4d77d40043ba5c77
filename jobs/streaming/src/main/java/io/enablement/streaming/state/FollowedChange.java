package io.enablement.streaming.state;

import io.enablement.domain.attribution.FollowedDeal;

/**
 * What changes for the deal for which another one's touches, or its own, count.
 *
 * @param destination the deal for which it changes
 * @param deal as it is now, or as it was; {@code null} where it is frozen
 * @param frozenMillis since when it is frozen; 0 where it is not
 */
public record FollowedChange(String destination, Kind kind, FollowedDeal deal, long frozenMillis) {

    /** How it changes. */
    public enum Kind {
        FOLLOWED,
        /** The deal is open again, deleted, or counts for another one. */
        LEFT,
        /** Nothing changes for the destination itself any more. */
        FROZEN
    }

    static FollowedChange followed(FollowedDeal deal) {
        return new FollowedChange(deal.destination(), Kind.FOLLOWED, deal, 0);
    }

    static FollowedChange left(FollowedDeal deal) {
        return new FollowedChange(deal.destination(), Kind.LEFT, deal, 0);
    }

    static FollowedChange frozen(String dealId, long sinceMillis) {
        return new FollowedChange(dealId, Kind.FROZEN, null, sinceMillis);
    }
}
