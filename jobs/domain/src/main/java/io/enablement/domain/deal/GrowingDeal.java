package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Insertion;
import java.util.function.Function;

/**
 * A deal to which events are added one after the other. One behind all others is folded on top of
 * them; any other folds anew.
 */
public final class GrowingDeal {

    private final String dealId;
    private DealHistory history;
    private DealFold fold;

    public GrowingDeal(String dealId, DealHistory history) {
        this.dealId = dealId;
        this.history = history;
        this.fold = DealFold.of(dealId, history.events());
    }

    /** Adds an event; see {@link Insertion} for duplicates and conflicts. */
    public Insertion<DealEvent> add(DealEvent event, Function<DealEvent, byte[]> bytes) {
        Insertion<DealEvent> insertion = history.with(event, bytes);
        if (insertion.changed()) {
            history = new DealHistory(insertion.events());
            fold =
                    insertion.appended(event)
                            ? fold.after(event)
                            : DealFold.of(dealId, history.events());
        }
        return insertion;
    }

    public DealHistory history() {
        return history;
    }

    /** The deal as its events tell it so far. */
    public Deal deal() {
        return fold.deal();
    }
}
