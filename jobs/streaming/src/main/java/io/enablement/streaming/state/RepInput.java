package io.enablement.streaming.state;

import io.enablement.domain.event.Cause;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.rep.PackedSubject;
import io.enablement.domain.rep.Subject;

/**
 * One thing that changes the timeline of a rep: what a deal adds from now on, or an event of the
 * rep's own. Of the six that it can be, five are {@code null}.
 *
 * @param cause the event that made it so
 */
public record RepInput(
        String repId,
        PackedSubject deal,
        Cause cause,
        TrainingEvent training,
        RepEvent rep,
        QuotaEvent quota,
        ContentEvent content,
        FrozenDeal frozen) {

    static RepInput of(String repId, Subject deal, Cause cause) {
        return of(repId, PackedSubject.of(deal), cause);
    }

    public static RepInput of(String repId, PackedSubject deal, Cause cause) {
        return new RepInput(repId, deal, cause, null, null, null, null, null);
    }

    public static RepInput of(TrainingEvent event) {
        return new RepInput(event.repId(), null, event.cause(), event, null, null, null, null);
    }

    public static RepInput of(RepEvent event) {
        return new RepInput(event.repId(), null, event.cause(), null, event, null, null, null);
    }

    public static RepInput of(QuotaEvent event) {
        return new RepInput(event.repId(), null, event.cause(), null, null, event, null, null);
    }

    public static RepInput of(ContentEvent event) {
        return new RepInput(event.repId(), null, event.cause(), null, null, null, event, null);
    }

    static RepInput of(String repId, FrozenDeal deal) {
        return new RepInput(repId, null, null, null, null, null, null, deal);
    }
}
