package io.enablement.domain.attribution;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.Rules;
import java.util.List;
import java.util.Optional;

/**
 * A deal whose touches may count: for itself where it is closed, for another one into which it was
 * merged.
 *
 * @param destination the deal for which its touches count
 * @param closed the deal itself; {@code null} where it was merged
 * @param createdMicros {@code null} where nobody knows
 * @param endMicros when it was closed or merged; {@code null} where nobody knows
 */
public record FollowedDeal(
        String destination,
        String dealId,
        ClosedDeal closed,
        Long createdMicros,
        Long endMicros,
        List<OwnerSpell> spells) {

    /** Empty for a deal that is open or deleted: its touches count for nothing. */
    public static Optional<FollowedDeal> of(Deal deal, Rules rules) {
        return switch (deal.status()) {
            case OPEN, DELETED -> Optional.empty();
            case WON, LOST, DROPPED -> Optional.of(closed(deal, rules));
            case MERGED -> Optional.of(merged(deal, rules));
        };
    }

    public boolean isMerged() {
        return closed == null;
    }

    /** For the same deal, and in the same way. */
    public boolean countsAs(FollowedDeal other) {
        return destination.equals(other.destination) && isMerged() == other.isMerged();
    }

    /** The touches of its owners count from its creation, less the look-back, to its end. */
    boolean isDated() {
        return createdMicros != null && endMicros != null;
    }

    private static FollowedDeal closed(Deal deal, Rules rules) {
        ClosedDeal closed = ClosedDeal.of(deal, rules);
        return new FollowedDeal(
                deal.dealId(),
                deal.dealId(),
                closed,
                closed.createdMicros(),
                closed.closedMicros(),
                OwnerSpell.of(deal.owners(), rules.calendar()));
    }

    private static FollowedDeal merged(Deal deal, Rules rules) {
        return new FollowedDeal(
                deal.removal().mergedInto(),
                deal.dealId(),
                null,
                ClosedDeal.micros(deal.creation().at(), rules),
                ClosedDeal.micros(deal.removal().at(), rules),
                OwnerSpell.of(deal.owners(), rules.calendar()));
    }
}
