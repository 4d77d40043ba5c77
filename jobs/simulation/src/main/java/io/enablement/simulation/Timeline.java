package io.enablement.simulation;

import io.enablement.domain.event.Month;
import java.time.LocalDate;

/** The simulated time: from the start of a day up to the start of another, UTC. */
record Timeline(LocalDate first, LocalDate end, int fiscalYearStart) {

    static final long SECOND = 1_000_000;
    static final long HOUR = 3_600 * SECOND;
    static final long DAY = 24 * HOUR;

    private static final int SECONDS_PER_DAY = 86_400;

    static Timeline of(SimulationSettings settings) {
        return new Timeline(
                settings.firstMonth().atDay(1),
                settings.lastMonth().plusMonths(1).atDay(1),
                settings.fiscalYearStart());
    }

    /** Days in microseconds, cut to whole seconds. */
    static long time(double days) {
        return (long) (days * SECONDS_PER_DAY) * SECOND;
    }

    static long dayOf(long micros) {
        return Math.floorDiv(micros, DAY);
    }

    static LocalDate dateOf(long micros) {
        return LocalDate.ofEpochDay(dayOf(micros));
    }

    static Month monthOf(long micros) {
        return Month.of(dateOf(micros));
    }

    static long startOf(long epochDay) {
        return epochDay * DAY;
    }

    static long startOf(LocalDate day) {
        return startOf(day.toEpochDay());
    }

    long firstDay() {
        return first.toEpochDay();
    }

    long endDay() {
        return end.toEpochDay();
    }

    long startMicros() {
        return startOf(first);
    }

    long endMicros() {
        return startOf(end);
    }

    int days() {
        return Math.toIntExact(endDay() - firstDay());
    }

    int months() {
        return Month.of(end).index() - Month.of(first).index();
    }

    /** The first day of a month of the simulation, counted from 0. */
    long monthStart(int month) {
        return first.plusMonths(month).toEpochDay();
    }

    boolean contains(long micros) {
        return micros >= startMicros() && micros < endMicros();
    }

    boolean isQuarterStart(LocalDate day) {
        return day.getDayOfMonth() == 1
                && Math.floorMod(day.getMonthValue() - fiscalYearStart, 3) == 0;
    }

    /** The first day of the fiscal quarter that holds the day. */
    LocalDate quarterStart(LocalDate day) {
        int months = Math.floorMod(day.getMonthValue() - fiscalYearStart, 3);
        return day.withDayOfMonth(1).minusMonths(months);
    }

    /** The first day of the fiscal year that holds the day. */
    LocalDate yearStart(LocalDate day) {
        int months = Math.floorMod(day.getMonthValue() - fiscalYearStart, 12);
        return day.withDayOfMonth(1).minusMonths(months);
    }

    /** The name of the fiscal quarter that starts on that day. */
    String quarter(LocalDate start) {
        int months = Math.floorMod(start.getMonthValue() - fiscalYearStart, 12);
        return yearStart(start).getYear() + "-Q" + (months / 3 + 1);
    }
}
