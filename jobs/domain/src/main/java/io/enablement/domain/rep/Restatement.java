package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what changes in a rep's months when a subject or the rep's tenures change. */
public final class Restatement {

    private final BusinessCalendar calendar;
    private final Map<Place, Long> amounts = new LinkedHashMap<>();

    private Restatement(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** {@code −before +after}; what stays the same is left out. */
    public static List<Entry> between(
            Subject before,
            Tenures tenuresBefore,
            Subject after,
            Tenures tenuresAfter,
            BusinessCalendar calendar) {
        Restatement restatement = new Restatement(calendar);
        restatement.add(before, tenuresBefore, -1);
        restatement.add(after, tenuresAfter, 1);
        return restatement.entries();
    }

    private void add(Subject subject, Tenures tenures, int sign) {
        for (Posting posting : subject.postings()) {
            Month month = calendar.month(posting.at());
            MonthKey key =
                    new MonthKey(
                            tenures.labelAt(posting.at(), calendar),
                            subject.dealType(),
                            month.index(),
                            subject.programmeId());
            amounts.merge(
                    new Place(key, posting.part(), posting.bucket()),
                    sign * posting.amount(),
                    Long::sum);
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        amounts.forEach(
                (place, amount) -> {
                    if (amount != 0) {
                        entries.add(new Entry(place.month, place.part, place.bucket, amount));
                    }
                });
        return entries;
    }

    private record Place(MonthKey month, Part part, int bucket) {}
}
