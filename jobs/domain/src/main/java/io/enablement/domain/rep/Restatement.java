package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
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
        int same = tenuresBefore == tenuresAfter ? sameFrom(before, after) : 0;
        restatement.add(before, same, tenuresBefore, -1);
        restatement.add(after, same, tenuresAfter, 1);
        return restatement.entries();
    }

    /** How many postings both have first: what was filed before the change stays where it is. */
    private static int sameFrom(Subject before, Subject after) {
        if (!before.dealType().equals(after.dealType())
                || !before.programmeId().equals(after.programmeId())) {
            return 0;
        }
        int most = Math.min(before.postings().size(), after.postings().size());
        int same = 0;
        while (same < most && before.postings().get(same).equals(after.postings().get(same))) {
            same++;
        }
        return same;
    }

    private void add(Subject subject, int from, Tenures tenures, int sign) {
        Moment former = null;
        MonthKey month = null;
        for (Posting posting : subject.postings().subList(from, subject.postings().size())) {
            if (!posting.at().equals(former)) { // most are of one moment
                former = posting.at();
                month = month(subject, former, tenures);
            }
            amounts.merge(
                    new Place(month, posting.part(), posting.bucket()),
                    sign * posting.amount(),
                    Long::sum);
        }
    }

    private MonthKey month(Subject subject, Moment at, Tenures tenures) {
        return new MonthKey(
                tenures.labelAt(at, calendar),
                subject.dealType(),
                calendar.month(at).index(),
                subject.programmeId());
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
