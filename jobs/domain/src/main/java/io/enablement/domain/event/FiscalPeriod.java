package io.enablement.domain.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal year, a quarter of one, or a month of the calendar. The fiscal year 2026 is the one that
 * starts in 2026; a month is named by the calendar, not by its place in the fiscal year.
 *
 * @param year the year in the name
 * @param quarter 1 to 4, or 0 where the period is not a quarter
 * @param month 1 to 12, or 0 where the period is not a month
 */
public record FiscalPeriod(int year, int quarter, int month) {

    private static final Pattern FORM =
            Pattern.compile("(19[7-9]\\d|20\\d\\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?");

    /**
     * Reads {@code 2026}, {@code 2026-Q1} or {@code 2026-01}, from 1970 to 2099; empty for anything
     * else.
     */
    public static Optional<FiscalPeriod> parse(String period) {
        Matcher matcher = FORM.matcher(period);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new FiscalPeriod(
                        Integer.parseInt(matcher.group(1)),
                        number(matcher.group(2)),
                        number(matcher.group(3))));
    }

    /** How many months the period has. */
    public int months() {
        if (month > 0) {
            return 1;
        }
        return quarter > 0 ? 3 : 12;
    }

    /** The first month, given the month (1 to 12) in which fiscal years start. */
    public Month first(int fiscalYearStart) {
        if (month > 0) {
            return Month.of(year, month);
        }
        return Month.of(year, fiscalYearStart).plus(quarter > 0 ? 3 * (quarter - 1) : 0);
    }

    private static int number(String group) {
        return group == null ? 0 : Integer.parseInt(group);
    }
}
