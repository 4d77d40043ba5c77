package io.enablement.domain.deal;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The time that a deal spent in one stage: latest (since the last entry) and cumulative (all
 * entries), in microseconds and in whole days. A stay that goes on, or whose ends are unknown, has
 * no length yet.
 *
 * @param left the moment of leaving the last stay; unknown while it goes on
 * @param latestMicros {@code null} where the last stay has no length
 * @param latestDays {@code null} where the last stay has no length
 * @param owner at the last entry
 * @param enteredOwner at the first entry
 * @param advanced since the first entry the deal was won or entered a more advanced stage
 */
public record StageTime(
        String dealId,
        String stage,
        Integer rank,
        Moment entered,
        Moment lastEntered,
        Moment left,
        Long latestMicros,
        long cumulativeMicros,
        Integer latestDays,
        int cumulativeDays,
        int entries,
        String owner,
        String enteredOwner,
        boolean advanced) {

    static StageTime of(
            String dealId, List<StageVisit> visits, boolean advanced, BusinessCalendar calendar) {
        StageVisit first = visits.get(0);
        StageVisit last = visits.get(visits.size() - 1);
        OptionalLong latest = last.span().micros(calendar);
        OptionalInt latestDays = last.span().days(calendar);
        long micros = 0;
        int days = 0;
        for (StageVisit visit : visits) {
            micros += visit.span().micros(calendar).orElse(0);
            days += visit.span().days(calendar).orElse(0);
        }
        return new StageTime(
                dealId,
                first.stage(),
                last.rank(),
                first.span().from(),
                last.span().from(),
                last.span().to(),
                latest.isPresent() ? latest.getAsLong() : null,
                micros,
                latestDays.isPresent() ? latestDays.getAsInt() : null,
                days,
                visits.size(),
                last.owner(),
                first.owner(),
                advanced);
    }
}
