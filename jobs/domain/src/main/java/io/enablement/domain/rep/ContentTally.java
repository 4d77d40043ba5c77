package io.enablement.domain.rep;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.Map;

/**
 * How often content was used in a month, or a change of that.
 *
 * @param usesOnDeals uses that name a deal
 * @param usesByDay uses by the local day of the month, from 1
 */
public record ContentTally(long uses, long usesOnDeals, Map<Integer, Long> usesByDay) {

    public static final ContentTally NONE = new ContentTally(0, 0, Map.of());

    static ContentTally of(ContentEvent use, BusinessCalendar calendar) {
        int day = calendar.day(use.occurred()).getDayOfMonth();
        return new ContentTally(1, use.isOnDeal() ? 1 : 0, Map.of(day, 1L));
    }

    public ContentTally plus(ContentTally other) {
        return new ContentTally(
                uses + other.uses,
                usesOnDeals + other.usesOnDeals,
                Counts.plus(usesByDay, other.usesByDay));
    }

    public ContentTally negated() {
        return new ContentTally(-uses, -usesOnDeals, Counts.negated(usesByDay));
    }

    public boolean isZero() {
        return uses == 0 && usesOnDeals == 0 && usesByDay.isEmpty();
    }

    /** In as few bytes as state should take. */
    public byte[] pack() {
        PackedWriter writer = new PackedWriter().number(uses).number(usesOnDeals);
        Counts.pack(usesByDay, writer);
        return writer.toBytes();
    }

    public static ContentTally unpack(byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        return new ContentTally(reader.number(), reader.number(), Counts.unpack(reader));
    }
}
