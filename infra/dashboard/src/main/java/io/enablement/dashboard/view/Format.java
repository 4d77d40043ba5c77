package io.enablement.dashboard.view;

import io.enablement.dashboard.answer.Publication;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers, dates and amounts as the viewer's language writes them; the words stay English.
 *
 * @param currency of the amounts, which come in its minor units
 * @param zone of the company: moments are told in it
 */
public record Format(Locale locale, Currency currency, ZoneId zone) {

    /** Stands for what cannot be given: never 0. */
    public static final String NOTHING = "–";

    /** Stands for what is still being fetched. */
    public static final String PENDING = "…";

    private static final BigDecimal MICROS_OF_A_DAY = BigDecimal.valueOf(86_400_000_000L);

    /** The wanted language, else the first that the browser would like, else English. */
    public static Locale locale(String wanted, String acceptLanguage) {
        List<Locale> known =
                Arrays.stream(NumberFormat.getAvailableLocales())
                        .filter(each -> !each.getLanguage().isEmpty())
                        .toList();
        try {
            List<Locale.LanguageRange> ranges =
                    Locale.LanguageRange.parse(wanted.isEmpty() ? acceptLanguage : wanted);
            Locale found = Locale.lookup(ranges, known);
            return found == null ? Locale.US : found;
        } catch (IllegalArgumentException e) {
            return Locale.US;
        }
    }

    /** A value in the unit that the glossary gives it. */
    public String of(Object value, String unit) {
        if (value == null) {
            return NOTHING;
        }
        return switch (unit) {
            case "share" -> share(value);
            case "money", "money per day" -> money(value);
            case "count" -> count(value);
            case "days" ->
                    value instanceof Map<?, ?> histogram
                            ? count(total(histogram))
                            : decimal(value, 1);
            case "months" -> decimal(value, 1);
            case "times" -> decimal(value, 2);
            case "micros" -> decimal(days(value), 2);
            case "lives" -> value instanceof List<?> lives ? count(lives.size()) : value.toString();
            case "millionths" -> decimal(number(value).movePointLeft(6), 2);
            default -> value.toString();
        };
    }

    public String share(Object value) {
        return value == null ? NOTHING : percent(1).format(number(value));
    }

    /** Without decimals. */
    public String wholeShare(Object value) {
        return value == null ? NOTHING : percent(0).format(number(value));
    }

    /** An interval of shares, short. */
    public String range(Object low, Object high) {
        return wholeShare(low) + " to " + wholeShare(high);
    }

    /** A difference of shares, in percentage points, with its sign. */
    public String points(double difference) {
        if (Double.isNaN(difference)) {
            return NOTHING;
        }
        return signed(difference * 100, 1) + " pp";
    }

    public String signed(double value, int digits) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        String size = plain(digits).format(rounded.abs());
        return rounded.signum() == 0 ? size : (rounded.signum() < 0 ? "−" : "+") + size;
    }

    public String count(Object value) {
        return value == null ? NOTHING : plain(0).format(number(value));
    }

    public String decimal(Object value, int digits) {
        return value == null ? NOTHING : plain(digits).format(number(value));
    }

    /** An amount in minor units, in whole units of the currency. */
    public String money(Object minor) {
        return minor == null ? NOTHING : money(0).format(major(minor));
    }

    /** The same with its cents. */
    public String exactMoney(Object minor) {
        return minor == null
                ? NOTHING
                : money(currency.getDefaultFractionDigits()).format(major(minor));
    }

    /** Three digits are enough for an overview. */
    public String shortMoney(Object minor) {
        if (minor == null) {
            return NOTHING;
        }
        BigDecimal amount = major(minor);
        NumberFormat compact =
                NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(
                amount.abs().compareTo(BigDecimal.valueOf(1000)) < 0 ? 0 : 1);
        DecimalFormat plain = (DecimalFormat) money(0);
        return plain.getPositivePrefix()
                + compact.format(amount.doubleValue())
                + plain.getPositiveSuffix();
    }

    /** "2026-03" as March 2026 is written where the viewer lives. */
    public String month(String yearAndMonth) {
        if (!yearAndMonth.matches("\\d{4}-\\d{2}.*")) {
            return yearAndMonth;
        }
        return YearMonth.parse(yearAndMonth.substring(0, 7))
                .format(DateTimeFormatter.ofPattern("LLL uuuu", locale));
    }

    /** A period by its name: month, quarter, year, or all. */
    public String period(String period) {
        if (period.equals("all")) {
            return "All time";
        }
        if (period.matches("\\d{4}-Q\\d")) {
            return period.substring(5) + " " + period.substring(0, 4);
        }
        return month(period);
    }

    /** The day of a date or a time in UTC, as ClickHouse writes them. */
    public String day(String time) {
        if (time.isEmpty()) {
            return NOTHING;
        }
        LocalDate day =
                time.length() == 10
                        ? LocalDate.parse(time)
                        : Publication.instant(time).orElseThrow().atZone(zone).toLocalDate();
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** A time in UTC, to the minute, in the company's zone. */
    public String moment(String time) {
        return Publication.instant(time).map(this::moment).orElse(NOTHING);
    }

    public String moment(Instant time) {
        return time.atZone(zone)
                .format(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale));
    }

    /** How long ago: the largest unit is enough. */
    public String age(Duration age) {
        if (age.toDays() >= 2) {
            return count(age.toDays()) + " days";
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " hours";
        }
        if (age.toMinutes() >= 2) {
            return age.toMinutes() + " minutes";
        }
        long seconds = Math.max(0, age.toSeconds());
        return seconds + (seconds == 1 ? " second" : " seconds");
    }

    /** A value as a number, for charts: shares in percent, money in whole units. */
    public Double plotted(Object value, String unit) {
        if (value == null) {
            return null;
        }
        BigDecimal number = number(value);
        return switch (unit) {
            case "share" -> number.movePointRight(2).doubleValue();
            case "money", "money per day" -> major(value).doubleValue();
            default -> number.doubleValue();
        };
    }

    /** "%" or the currency, as axes are labelled. */
    public String axis(String unit) {
        return switch (unit) {
            case "share" -> "%";
            case "money", "money per day" -> currency.getCurrencyCode();
            default -> unit;
        };
    }

    private BigDecimal major(Object minor) {
        return number(minor).movePointLeft(currency.getDefaultFractionDigits());
    }

    private static BigDecimal days(Object micros) {
        return number(micros).divide(MICROS_OF_A_DAY, 6, RoundingMode.HALF_EVEN);
    }

    private static long total(Map<?, ?> histogram) {
        return histogram.values().stream().mapToLong(each -> ((Number) each).longValue()).sum();
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private NumberFormat plain(int digits) {
        return rounding(NumberFormat.getNumberInstance(locale), digits);
    }

    private NumberFormat percent(int digits) {
        return rounding(NumberFormat.getPercentInstance(locale), digits);
    }

    private NumberFormat money(int digits) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return rounding(format, digits);
    }

    private static NumberFormat rounding(NumberFormat format, int digits) {
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }
}
