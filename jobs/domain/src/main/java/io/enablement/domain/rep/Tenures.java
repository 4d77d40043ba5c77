package io.enablement.domain.rep;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Span;
import io.enablement.domain.rep.Tenure.Employment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The employment of one rep: tenures in order, without overlap. */
public record Tenures(List<Tenure> tenures) {

    public static final Tenures NONE = new Tenures(List.of());

    /** Folds events, voids already taken out, by the moment from which they hold. */
    static Tenures of(List<RepEvent> standing, BusinessCalendar calendar) {
        List<RepEvent> events =
                standing.stream()
                        .sorted(
                                Comparator.comparing(
                                                (RepEvent event) ->
                                                        calendar.startOf(event.effective()))
                                        .thenComparing(RepEvent.ORDER))
                        .toList();
        List<Tenure> tenures = new ArrayList<>();
        events.stream().findFirst().flatMap(Tenures::beforeFirst).ifPresent(tenures::add);
        events.forEach(event -> add(tenures, event, calendar.startOf(event.effective())));
        return new Tenures(List.copyOf(tenures));
    }

    /** Under what the numbers of that moment are filed; a day counts from its local midnight. */
    public RepLabel labelAt(Moment moment, BusinessCalendar calendar) {
        Moment start = calendar.startOf(moment);
        for (Tenure tenure : tenures) {
            if (tenure.holdsAt(start)) {
                return tenure.label();
            }
        }
        return RepLabel.NONE;
    }

    /** Days of the month on which the rep was employed; all days where nothing is known of it. */
    public int activeDays(Month month, BusinessCalendar calendar) {
        if (tenures.isEmpty()) {
            return month.firstDay().lengthOfMonth();
        }
        LocalDate first = month.firstDay();
        LocalDate end = month.plus(1).firstDay();
        return tenures.stream()
                .filter(tenure -> tenure.employment() == Employment.EMPLOYED)
                .mapToInt(tenure -> tenure.daysWithin(first, end, calendar))
                .sum();
    }

    /** The start of the month, or of the first tenure where that begins within it. */
    public Moment firstKnown(Month month, BusinessCalendar calendar) {
        LocalDate first = month.firstDay();
        Moment start = calendar.startOf(first);
        return tenures.stream()
                .filter(tenure -> tenure.holdsWithin(first, month.plus(1).firstDay(), calendar))
                .findFirst()
                .map(tenure -> tenure.span().from())
                .filter(from -> from.compareTo(start) > 0)
                .orElse(start);
    }

    /** Who was not hired as far as anybody knows was there always, at work or on leave. */
    private static Optional<Tenure> beforeFirst(RepEvent first) {
        Span always = new Span(Moment.UNKNOWN, Moment.UNKNOWN);
        return switch (first.kind()) {
            case CHANGED, ON_LEAVE, LEFT ->
                    Optional.of(
                            new Tenure(
                                    first.repId(), always, RepLabel.NONE, "", Employment.EMPLOYED));
            case RETURNED ->
                    Optional.of(
                            new Tenure(
                                    first.repId(), always, RepLabel.NONE, "", Employment.ON_LEAVE));
            case HIRED, VOIDED -> Optional.empty();
        };
    }

    private static void add(List<Tenure> tenures, RepEvent event, Moment from) {
        Tenure former = tenures.isEmpty() ? null : tenures.remove(tenures.size() - 1);
        Tenure next = next(former, event, from);
        if (former != null && former.span().from().compareTo(from) < 0) {
            tenures.add(former.until(from));
        }
        tenures.add(next);
    }

    private static Tenure next(Tenure former, RepEvent event, Moment from) {
        RepLabel label = former == null ? RepLabel.NONE : former.label();
        return new Tenure(
                event.repId(),
                new Span(from, Moment.UNKNOWN),
                new RepLabel(
                        or(event.team(), label.team()),
                        or(event.role(), label.role()),
                        or(event.region(), label.region())),
                or(event.manager(), former == null ? "" : former.manager()),
                employment(former, event));
    }

    private static Employment employment(Tenure former, RepEvent event) {
        return switch (event.kind()) {
            case HIRED, RETURNED -> Employment.EMPLOYED;
            case ON_LEAVE -> Employment.ON_LEAVE;
            case LEFT -> Employment.LEFT;
            case CHANGED, VOIDED -> former == null ? Employment.EMPLOYED : former.employment();
        };
    }

    private static String or(String value, String former) {
        return value.isEmpty() ? former : value;
    }
}
