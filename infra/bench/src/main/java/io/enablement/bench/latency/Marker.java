package io.enablement.bench.latency;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.TimeQuality;
import java.util.List;

/** A deal that is created and never touched again: by it an event is found again in ClickHouse. */
final class Marker {

    static final String PREFIX = "marker-";

    private static final long AT = 1_704_067_200_000_000L; // 2024-01-01
    private static final int REPS = 32;

    private Marker() {}

    static DealEvent of(long number) {
        return new DealEvent(
                new Envelope("crm", PREFIX + number, AT, AT, TimeQuality.OCCURRED, 0, 0),
                Kind.CREATED,
                PREFIX + number,
                "",
                "rep-" + number % REPS,
                "stage-0",
                0,
                100_000L,
                "USD",
                "transactional",
                "",
                null,
                Qualification.NONE,
                "",
                "",
                List.of());
    }

    static long number(String dealId) {
        return Long.parseLong(dealId.substring(PREFIX.length()));
    }
}
