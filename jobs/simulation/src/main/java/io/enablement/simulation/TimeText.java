package io.enablement.simulation;

/**
 * Writes times as {@code 2026-03-01T10:00:00Z}, fractions only where there are any. It remembers
 * the last date, because events come in the order of time.
 */
final class TimeText {

    private static final int FRACTION_DIGITS = 6;

    private long day = Long.MIN_VALUE;
    private String date = "";
    private final StringBuilder text = new StringBuilder();

    String of(long micros) {
        remember(Timeline.dayOf(micros));
        long ofDay = micros - Timeline.startOf(day);
        int seconds = (int) (ofDay / Timeline.SECOND);
        text.setLength(0);
        text.append(date).append('T');
        twoDigits(seconds / 3_600).append(':');
        twoDigits(seconds / 60 % 60).append(':');
        twoDigits(seconds % 60);
        fraction(ofDay % Timeline.SECOND);
        return text.append('Z').toString();
    }

    private void remember(long newDay) {
        if (newDay != day) {
            day = newDay;
            date = Timeline.dateOf(Timeline.startOf(newDay)).toString();
        }
    }

    private StringBuilder twoDigits(int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private void fraction(long micros) {
        if (micros == 0) {
            return;
        }
        String digits = Long.toString(micros);
        text.append('.').append("0".repeat(FRACTION_DIGITS - digits.length())).append(digits);
    }
}
