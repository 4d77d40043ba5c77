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
import java.util.stream.Stream;

/** The employment of one rep: tenures in order, without overlap. */
public record Tenures(List<Tenure> tenures) {

    public static final Tenures NONE = new Tenures(List.of());

    /** Folds events, voids already taken out, by the moment from which they hold. */
    static Tenures of(List<RepEvent> standing) {
        List<Tenure> tenures = new ArrayList<>();
        standing.stream()
                .sorted(Comparator.comparing(RepEvent::effective).thenComparing(RepEvent.ORDER))
                .forEach(event -> add(tenures, event));
        return new Tenures(List.copyOf(tenures));
    }

    /** Under what the numbers of that moment are filed. */
    public RepLabel labelAt(Moment moment) {
        return at(moment).map(Tenure::label).orElse(RepLabel.NONE);
    }

    /**
     * Days of the month on whose start the rep was employed. All days where nothing is known of the
     * employment.
     */
    public int activeDays(Month month, BusinessCalendar calendar) {
        if (tenures.isEmpty()) {
            return month.firstDay().lengthOfMonth();
        }
        return (int) days(month).filter(day -> isActive(calendar.startOf(day))).count();
    }

    /** The start of the month, or of the first day in it on which anything is known of the rep. */
    public Moment firstKnown(Month month, BusinessCalendar calendar) {
        return days(month)
                .map(calendar::startOf)
                .filter(start -> at(start).isPresent())
                .findFirst()
                .orElse(calendar.startOf(month.firstDay()));
    }

    private static Stream<LocalDate> days(Month month) {
        return month.firstDay().datesUntil(month.plus(1).firstDay());
    }

    private boolean isActive(Moment moment) {
        return at(moment).filter(tenure -> tenure.employment() == Employment.EMPLOYED).isPresent();
    }

    private Optional<Tenure> at(Moment moment) {
        return tenures.stream().filter(tenure -> tenure.holdsAt(moment)).findFirst();
    }

    private static void add(List<Tenure> tenures, RepEvent event) {
        Tenure former = tenures.isEmpty() ? null : tenures.remove(tenures.size() - 1);
        Tenure next = next(former, event);
        if (former != null && former.span().from().compareTo(next.span().from()) < 0) {
            tenures.add(former.until(next.span().from()));
        }
        tenures.add(next);
    }

    private static Tenure next(Tenure former, RepEvent event) {
        RepLabel label = former == null ? RepLabel.NONE : former.label();
        return new Tenure(
                event.repId(),
                new Span(event.effective(), Moment.UNKNOWN),
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
