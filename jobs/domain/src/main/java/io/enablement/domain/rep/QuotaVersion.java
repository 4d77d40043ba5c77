package io.enablement.domain.rep;

import io.enablement.domain.event.QuotaEvent;
import java.util.List;
import java.util.Locale;

/** One quota that was set, and whether it counts. Superseded ones stay visible. */
public record QuotaVersion(QuotaEvent event, State state) {

    /** What tells one version from another. */
    public List<String> identity() {
        return List.of(event.period(), event.envelope().source(), event.envelope().id());
    }

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
