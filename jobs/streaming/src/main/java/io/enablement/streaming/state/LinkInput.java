package io.enablement.streaming.state;

import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.attribution.TouchWindow;
import io.enablement.domain.event.Change;
import java.util.List;

/**
 * What meets at a link: a touch that comes or goes, or a deal that claims touches.
 *
 * @param link the {@link LinkKey}
 * @param touch {@code null} where a deal claims
 * @param dealId empty where there is a touch
 * @param windows packed: those in which the deal claims touches from now on, all there are
 * @param frozenMillis since when the deal is frozen; 0 where it is not
 */
public record LinkInput(
        String link, Kind kind, Touch touch, String dealId, byte[] windows, long frozenMillis) {

    /** What has changed. */
    public enum Kind {
        TOUCHED,
        UNTOUCHED,
        CLAIMED,
        /** The deal claims nothing any more. */
        LEFT,
        /** Nothing changes for the deal any more. */
        FROZEN
    }

    private static final byte[] NONE = {};

    static LinkInput of(Change<Touch> change) {
        return new LinkInput(
                change.value().linkKey().text(),
                change.gone() ? Kind.UNTOUCHED : Kind.TOUCHED,
                change.value(),
                "",
                NONE,
                0);
    }

    static LinkInput claimed(LinkKey link, String dealId, List<TouchWindow> windows) {
        return new LinkInput(link.text(), Kind.CLAIMED, null, dealId, TouchWindow.pack(windows), 0);
    }

    static LinkInput left(LinkKey link, String dealId) {
        return new LinkInput(link.text(), Kind.LEFT, null, dealId, NONE, 0);
    }

    static LinkInput frozen(LinkKey link, String dealId, long sinceMillis) {
        return new LinkInput(link.text(), Kind.FROZEN, null, dealId, NONE, sinceMillis);
    }
}
