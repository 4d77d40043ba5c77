package io.enablement.domain.attribution;

import io.enablement.domain.deal.Ownership;
import io.enablement.domain.event.BusinessCalendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stretch of time {@code [from, to)} in which a deal was one rep's. */
public record OwnerSpell(String owner, long fromMicros, long toMicros) {

    /** Before everything and after everything. */
    static final long ALWAYS = Long.MIN_VALUE;

    static final long FOR_EVER = Long.MAX_VALUE;

    /**
     * At any time the deal is of the last owner, in the order of events, who had come by then; the
     * first owner had it before. What is nobody's is left out.
     */
    static List<OwnerSpell> of(List<Ownership> owners, BusinessCalendar calendar) {
        List<OwnerSpell> spells = new ArrayList<>();
        long to = FOR_EVER;
        for (int place = owners.size() - 1; place >= 0; place--) {
            Ownership ownership = owners.get(place);
            long from = place == 0 ? ALWAYS : from(ownership, calendar);
            if (from < to && !ownership.owner().isEmpty()) {
                spells.add(new OwnerSpell(ownership.owner(), from, to));
            }
            to = Math.min(from, to);
        }
        Collections.reverse(spells);
        return spells;
    }

    private static long from(Ownership ownership, BusinessCalendar calendar) {
        return ownership.from().isKnown() ? calendar.startOf(ownership.from()).micros() : ALWAYS;
    }
}
