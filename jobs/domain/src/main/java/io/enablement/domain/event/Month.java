package io.enablement.domain.event;

import java.time.LocalDate;
import java.util.Locale;

/** A month of the calendar, counted from January of the year 0. */
public record Month(int index) implements Comparable<Month> {

    public static Month of(int year, int monthOfYear) {
        return new Month(12 * year + monthOfYear - 1);
    }

    public static Month of(LocalDate day) {
        return of(day.getYear(), day.getMonthValue());
    }

    public Month plus(int months) {
        return new Month(index + months);
    }

    public LocalDate firstDay() {
        return LocalDate.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1, 1);
    }

    @Override
    public int compareTo(Month other) {
        return Integer.compare(index, other.index);
    }

    /** For example {@code 2026-03}. */
    @Override
    public String toString() {
        LocalDate day = firstDay();
        return String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
    }
}
