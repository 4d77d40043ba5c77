package io.enablement.impact.panel;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the periods of a panel are written: as whole numbers, or as months like 2026-03. */
public enum TimeScale {
    NUMBER {
        @Override
        public OptionalInt parse(String text) {
            try {
                int number = Integer.parseInt(text);
                return Math.abs((long) number) < LATEST
                        ? OptionalInt.of(number)
                        : OptionalInt.empty();
            } catch (NumberFormatException e) {
                return OptionalInt.empty();
            }
        }

        @Override
        public String format(int time) {
            return String.valueOf(time);
        }
    },
    /** Counted from January of the year 0. */
    MONTH {
        @Override
        public OptionalInt parse(String text) {
            Matcher month = YEAR_AND_MONTH.matcher(text);
            return month.matches()
                    ? OptionalInt.of(
                            12 * Integer.parseInt(month.group(1))
                                    + Integer.parseInt(month.group(2))
                                    - 1)
                    : OptionalInt.empty();
        }

        @Override
        public String format(int time) {
            return String.format(Locale.ROOT, "%04d-%02d", time / 12, time % 12 + 1);
        }
    };

    private static final int LATEST = 1_000_000_000;
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");

    /** Empty where the text is no period of this scale. */
    public abstract OptionalInt parse(String text);

    public abstract String format(int time);
}
