package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import java.util.List;

/** A deal before and after its history changed. */
public record DealChange(Deal before, Deal after) {

    /** An event behind all others is folded on top of them; any other change folds anew. */
    public static DealChange between(DealHistory before, DealHistory after) {
        List<DealEvent> events = after.events();
        String dealId = events.get(0).dealId();
        DealFold fold = fold(dealId, before.events());
        Deal dealBefore = fold.deal();
        List<DealEvent> allButLast = events.subList(0, events.size() - 1);
        Deal dealAfter =
                allButLast.equals(before.events())
                        ? fold.after(events.get(events.size() - 1)).deal()
                        : fold(dealId, events).deal();
        return new DealChange(dealBefore, dealAfter);
    }

    static DealFold fold(String dealId, List<DealEvent> events) {
        DealFold fold = new DealFold(dealId);
        events.forEach(fold::after);
        return fold;
    }
}
