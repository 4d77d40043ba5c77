package io.enablement.domain.rep;

import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up for tests what should be in each month of a rep, without any restating. */
public final class Tallies {

    private Tallies() {}

    public static Map<MonthKey, Tally> ofEntries(List<Entry> entries) {
        Map<MonthKey, Tally> months = new HashMap<>();
        entries.forEach(
                entry -> {
                    Tally tally = months.getOrDefault(entry.month(), Tally.NONE);
                    put(
                            months,
                            entry.month(),
                            tally.plus(entry.part(), entry.bucket(), entry.amount()));
                });
        return months;
    }

    static Map<MonthKey, Tally> ofSubject(
            Subject subject, Tenures tenures, BusinessCalendar calendar) {
        Map<MonthKey, Tally> months = new HashMap<>();
        for (Posting posting : subject.postings()) {
            MonthKey month =
                    new MonthKey(
                            tenures.labelAt(posting.at(), BusinessCalendar.DEFAULT),
                            subject.dealType(),
                            calendar.month(posting.at()).index(),
                            subject.programmeId());
            Tally tally = months.getOrDefault(month, Tally.NONE);
            put(months, month, tally.plus(posting.part(), posting.bucket(), posting.amount()));
        }
        return months;
    }

    static Map<MonthKey, Tally> difference(
            Map<MonthKey, Tally> after, Map<MonthKey, Tally> before) {
        Map<MonthKey, Tally> months = new HashMap<>(after);
        before.forEach(
                (month, tally) ->
                        put(
                                months,
                                month,
                                months.getOrDefault(month, Tally.NONE).plus(tally.negated())));
        return months;
    }

    private static void put(Map<MonthKey, Tally> months, MonthKey month, Tally tally) {
        if (tally.isZero()) {
            months.remove(month);
        } else {
            months.put(month, tally);
        }
    }
}
