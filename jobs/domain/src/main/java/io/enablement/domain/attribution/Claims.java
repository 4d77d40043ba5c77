package io.enablement.domain.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which touches a closed deal claims: windows of time at the links through which they come. */
public final class Claims {

    private final AttributionRules rules;
    private final ClosedDeal deal;
    private final Map<LinkKey, List<TouchWindow>> windows = new LinkedHashMap<>();

    private Claims(ClosedDeal deal, AttributionRules rules) {
        this.deal = deal;
        this.rules = rules;
    }

    /**
     * The window of a deal is {@code [max(created − look-back, closed − horizon), closed)}. Touches
     * that name the deal count within it, touches of a rep as long as the deal was the rep's. So do
     * those of deals that were merged into it, touches of their owners only within their own window
     * too. A deal whose creation or close nobody dates has no window, and a merged one none for the
     * touches of its owners. Of windows that overlap at one link the earlier in the list links the
     * touch: the deal's own, then those of merged deals by id.
     */
    public static Map<LinkKey, List<TouchWindow>> of(
            FollowedDeal closed, Collection<FollowedDeal> merged, AttributionRules rules) {
        Claims claims = new Claims(closed.closed(), rules);
        if (closed.isDated()) {
            claims.add(closed);
            merged.stream().sorted(Comparator.comparing(FollowedDeal::dealId)).forEach(claims::add);
        }
        return claims.windows;
    }

    private void add(FollowedDeal from) {
        TouchWindow whole =
                new TouchWindow(
                        from.dealId(),
                        rules.horizonMicros(deal.closedMicros()),
                        deal.closedMicros(),
                        deal.createdMicros());
        add(LinkKey.ofDeal(from.dealId()), whole);
        if (from.isDated()) {
            from.spells()
                    .forEach(spell -> add(LinkKey.ofRep(spell.owner()), owned(whole, spell, from)));
        }
    }

    private static TouchWindow owned(TouchWindow whole, OwnerSpell spell, FollowedDeal from) {
        return new TouchWindow(
                from.dealId(),
                Math.max(whole.fromMicros(), spell.fromMicros()),
                Math.min(Math.min(whole.toMicros(), from.endMicros()), spell.toMicros()),
                Math.max(whole.createdMicros(), from.createdMicros()));
    }

    private void add(LinkKey link, TouchWindow window) {
        if (!window.isEmpty(rules)) {
            windows.computeIfAbsent(link, key -> new ArrayList<>()).add(window);
        }
    }
}
