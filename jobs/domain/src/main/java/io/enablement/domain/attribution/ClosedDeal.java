package io.enablement.domain.attribution;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.deal.Valued;
import io.enablement.domain.event.Moment;

/**
 * What attribution needs to know of a deal that was won, lost or dropped. Times that nobody knows
 * are {@code null}.
 *
 * @param owner the owner at the close
 * @param amountMinor in the reporting currency; {@code null} without a price or a rate
 * @param priced whether an event has named an amount
 */
public record ClosedDeal(
        String dealId,
        DealStatus outcome,
        String owner,
        Long createdMicros,
        Long qualifiedMicros,
        Long closedMicros,
        Long amountMinor,
        boolean priced) {

    static ClosedDeal of(Deal deal, Rules rules) {
        String owner = deal.closing().owner();
        return new ClosedDeal(
                deal.dealId(),
                deal.status(),
                owner.isEmpty() ? Deal.UNASSIGNED : owner,
                micros(deal.creation().at(), rules),
                micros(deal.qualified().at(), rules),
                micros(deal.closing().at(), rules),
                DealFacts.value(deal, rules).map(Valued::amountMinor).orElse(null),
                deal.price().known());
    }

    /** One that is closed no more. */
    static ClosedDeal reopened(String dealId) {
        return new ClosedDeal(dealId, DealStatus.OPEN, "", null, null, null, null, false);
    }

    boolean isWon() {
        return outcome == DealStatus.WON;
    }

    /** Without both times there is no window in which a touch could count. */
    boolean isDated() {
        return createdMicros != null && closedMicros != null;
    }

    static Long micros(Moment moment, Rules rules) {
        return moment.isKnown() ? (Long) rules.calendar().startOf(moment).micros() : null;
    }
}
