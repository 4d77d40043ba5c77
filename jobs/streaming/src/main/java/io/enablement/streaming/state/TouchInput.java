package io.enablement.streaming.state;

import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.TrainingEvent;

/**
 * An event that may touch somebody: one of the two, the other is {@code null}.
 *
 * @param keeper the rep whose event it is, or the deal where no rep is named
 */
public record TouchInput(String keeper, TrainingEvent training, ContentEvent content) {

    public static TouchInput of(TrainingEvent event) {
        return new TouchInput(LinkKey.ofRep(event.repId()).text(), event, null);
    }

    public static TouchInput of(ContentEvent event) {
        LinkKey keeper =
                event.repId().isEmpty()
                        ? LinkKey.ofDeal(event.dealId())
                        : LinkKey.ofRep(event.repId());
        return new TouchInput(keeper.text(), null, event);
    }

    /** Empty where a deal keeps the event. */
    static String repId(String keeper) {
        LinkKey key = LinkKey.parse(keeper);
        return key.isDeal() ? "" : key.id();
    }
}
