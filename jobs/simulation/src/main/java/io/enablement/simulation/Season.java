package io.enablement.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the calendar does to sales: slack months, weekends, and the rush to the quarter's end. */
record Season(Timeline timeline) {

    private static final double[] MONTHS = {
        0.85, 0.95, 1.15, 1.0, 1.0, 1.1, 0.8, 0.75, 1.1, 1.05, 1.05, 1.2
    };
    private static final double WORKING_DAYS = 21.7;
    private static final int SLACK_DAYS = 12;
    private static final double PULLED_FORWARD = 0.5;

    /** The share of an average month's work that falls on the day. */
    double work(LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? 0 : MONTHS[day.getMonthValue() - 1] / WORKING_DAYS;
    }

    /** Closes early in a fiscal quarter are often pulled into the last days of the one before. */
    long close(long planned, Dice dice) {
        LocalDate day = Timeline.dateOf(planned);
        LocalDate quarter = timeline.quarterStart(day);
        boolean early = day.toEpochDay() - quarter.toEpochDay() < SLACK_DAYS;
        return early && dice.chance(PULLED_FORWARD)
                ? Timeline.startOf(quarter) - dice.time(0.3, 4)
                : planned;
    }
}
