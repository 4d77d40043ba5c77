package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One use of content, remembered by a hash of its identity: a rep has many thousands of them. */
public final class ContentUse {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ContentUse() {}

    /** FNV-1a, 64 bits, over source and id. */
    public static long hash(String source, String id) {
        return add(add(add(FNV_OFFSET, source), "\n"), id);
    }

    /** What these uses add; a use of unknown time counts in no period. */
    public static Subject subject(Collection<ContentEvent> uses) {
        List<Posting> postings = new ArrayList<>();
        for (ContentEvent use : uses) {
            if (use.occurred().isKnown()) {
                postings.add(new Posting(Part.CONTENT_USES, 0, 1, use.occurred()));
                if (use.isOnDeal()) {
                    postings.add(new Posting(Part.CONTENT_USES_ON_DEALS, 0, 1, use.occurred()));
                }
            }
        }
        return Subject.of(Subject.CONTENT, postings);
    }

    /**
     * {@code −before +after} by content and month; what stays the same is left out. A use of
     * unknown time is in no month.
     */
    public static Map<ContentMonth, ContentTally> changes(
            Collection<ContentEvent> before,
            Collection<ContentEvent> after,
            BusinessCalendar calendar) {
        Map<ContentMonth, ContentTally> changes = new LinkedHashMap<>();
        tallies(after, calendar).forEach((month, tally) -> merge(changes, month, tally));
        tallies(before, calendar).forEach((month, tally) -> merge(changes, month, tally.negated()));
        changes.values().removeIf(ContentTally::isZero);
        return changes;
    }

    private static Map<ContentMonth, ContentTally> tallies(
            Collection<ContentEvent> uses, BusinessCalendar calendar) {
        Map<ContentMonth, ContentTally> tallies = new LinkedHashMap<>();
        uses.stream()
                .filter(use -> use.occurred().isKnown())
                .forEach(
                        use ->
                                merge(
                                        tallies,
                                        ContentMonth.of(use, calendar),
                                        ContentTally.of(use, calendar)));
        return tallies;
    }

    private static void merge(
            Map<ContentMonth, ContentTally> tallies, ContentMonth month, ContentTally tally) {
        tallies.merge(month, tally, ContentTally::plus);
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int place = 0; place < text.length(); place++) {
            sum = (sum ^ text.charAt(place)) * FNV_PRIME;
        }
        return sum;
    }
}
