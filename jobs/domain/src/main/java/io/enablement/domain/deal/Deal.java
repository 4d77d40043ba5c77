package io.enablement.domain.deal;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
import io.enablement.domain.event.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a deal: its events, folded in their order.
 *
 * @param owners whose it was, one after the other; the first one also before
 */
public record Deal(
        String dealId,
        int events,
        Creation creation,
        String owner,
        StagePath stages,
        Price price,
        Moment expectedClose,
        Qualified qualified,
        List<Opening> openings,
        Closing closing,
        List<Split> splits,
        Removal removal,
        List<DealFlag> flags,
        List<Ownership> owners) {

    /** The rep of deals that belong to nobody. */
    public static final String UNASSIGNED = "unassigned";

    public DealStatus status() {
        if (!removal.removed()) {
            return closing.outcome();
        }
        return removal.mergedInto().isEmpty() ? DealStatus.DELETED : DealStatus.MERGED;
    }

    public boolean isWon() {
        return status() == DealStatus.WON;
    }

    /** Nothing more is expected of it. */
    public boolean isOver() {
        return status() != DealStatus.OPEN;
    }

    public int reopens() {
        return Math.max(0, openings.size() - 1);
    }

    /** From creation to the standing close; without length while the deal is open. */
    public Span elapsed() {
        return new Span(creation.at(), closing.at());
    }

    /**
     * Microseconds spent open, all openings together. Empty while the deal is open and where an
     * opening has no length.
     */
    public OptionalLong activeMicros(BusinessCalendar calendar) {
        long active = 0;
        for (Opening opening : openings) {
            if (!opening.span().isMeasurable(calendar)) {
                return OptionalLong.empty();
            }
            active += opening.span().micros(calendar).orElseThrow();
        }
        return openings.isEmpty() ? OptionalLong.empty() : OptionalLong.of(active);
    }

    /** One per stage that was entered; none where the deal is gone. */
    public List<StageTime> stageTimes(BusinessCalendar calendar) {
        if (removal.removed()) {
            return List.of();
        }
        List<StageTime> times = new ArrayList<>();
        for (List<StageVisit> visits : stages.byStage().values()) {
            times.add(StageTime.of(dealId, visits, advancesFrom(visits.get(0)), calendar));
        }
        return times;
    }

    private boolean advancesFrom(StageVisit entry) {
        return isWon() || stages.advancesFrom(entry);
    }
}
