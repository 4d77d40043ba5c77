package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts rows while they are read. */
final class Tally {

    private final Map<Family, Long> events = new EnumMap<>(Family.class);
    private final Map<RejectionReason, Rejections> rejected = new EnumMap<>(RejectionReason.class);
    private long accepted;
    private long rejectedRows;
    private long blank;
    private long skipped;

    void blank() {
        blank++;
    }

    void accepted(List<Message> messages) {
        if (messages.isEmpty()) {
            skipped++;
            return;
        }
        accepted++;
        for (Message message : messages) {
            events.merge(Families.byTopic(message.topic()).orElseThrow(), 1L, Long::sum);
        }
    }

    void rejected(RawRow row, RowRejected rejection) {
        rejectedRows++;
        Rejections before = rejected.getOrDefault(rejection.reason(), Rejections.NONE);
        rejected.put(rejection.reason(), before.plus(row.origin() + ": " + rejection.getMessage()));
    }

    IntakeSummary summary() {
        return new IntakeSummary(
                accepted + rejectedRows + blank + skipped,
                accepted,
                blank,
                skipped,
                Collections.unmodifiableMap(new EnumMap<>(events)),
                Collections.unmodifiableMap(new EnumMap<>(rejected)));
    }
}
