package io.enablement.domain.event;

import java.time.LocalDate;

/** A month of the calendar, counted from January of the year 0. */
public record Month(int index) implements Comparable<Month> {

    private static final int YEAR_AND_MONTH = "2026-03".length();

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
        return firstDay().toString().substring(0, YEAR_AND_MONTH);
    }
}
