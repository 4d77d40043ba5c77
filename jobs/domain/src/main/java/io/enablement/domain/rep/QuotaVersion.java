package io.enablement.domain.rep;

import io.enablement.domain.event.QuotaEvent;
import java.util.Locale;

/** One quota that was set, and whether it counts. Superseded ones stay visible. */
public record QuotaVersion(QuotaEvent event, State state) {

    /** Whether a quota counts. */
    public enum State {
        CURRENT,
        SUPERSEDED,
        VOIDED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
