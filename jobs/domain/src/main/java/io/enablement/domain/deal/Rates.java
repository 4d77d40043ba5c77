package io.enablement.domain.deal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Converts amounts to the reporting currency. A day between two dated rates takes the earlier one;
 * a day outside of them, or a currency without rates, is not covered.
 */
public final class Rates implements Serializable {

    private static final long serialVersionUID = 1;

    /** A rate that makes a greater amount is no rate. */
    private static final int MOST_DIGITS = 17;

    private final String reportingCurrency;
    private final TreeMap<String, TreeMap<LocalDate, BigDecimal>> byCurrency = new TreeMap<>();

    /**
     * @param byCurrency units of the reporting currency for one unit of another, by date
     */
    public Rates(
            String reportingCurrency,
            Map<String, ? extends NavigableMap<LocalDate, BigDecimal>> byCurrency) {
        this.reportingCurrency = reportingCurrency;
        byCurrency.forEach((code, dated) -> this.byCurrency.put(code, new TreeMap<>(dated)));
    }

    /** No other currency is covered. */
    public static Rates only(String reportingCurrency) {
        return new Rates(reportingCurrency, Map.of());
    }

    /** The price on a day, rounded half-even; empty without a price or a rate. */
    public Optional<Valued> value(Price price, LocalDate day) {
        if (!price.known()) {
            return Optional.empty();
        }
        Optional<Valued> asItIs = valueWithoutDay(price);
        return asItIs.isPresent()
                ? asItIs
                : rate(price.currency(), day).flatMap(rate -> convert(price, rate));
    }

    /** The price where nobody knows the day: only the reporting currency needs no rate. */
    public Optional<Valued> valueWithoutDay(Price price) {
        return price.known() && price.currency().equals(reportingCurrency)
                ? Optional.of(new Valued(price.amountMinor(), 1))
                : Optional.empty();
    }

    public String reportingCurrency() {
        return reportingCurrency;
    }

    /** All rates in one order and one spelling: equal where no amount can differ. */
    public String text() {
        StringBuilder text = new StringBuilder(reportingCurrency).append('\n');
        byCurrency.forEach(
                (code, dated) ->
                        dated.forEach(
                                (day, rate) ->
                                        text.append(code)
                                                .append(',')
                                                .append(day)
                                                .append(',')
                                                .append(rate.stripTrailingZeros())
                                                .append('\n')));
        return text.toString();
    }

    private Optional<BigDecimal> rate(String currency, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> dated = byCurrency.get(currency);
        if (dated == null || dated.isEmpty() || day.isAfter(dated.lastKey())) {
            return Optional.empty();
        }
        return Optional.ofNullable(dated.floorEntry(day)).map(Map.Entry::getValue);
    }

    private Optional<Valued> convert(Price price, BigDecimal rate) {
        BigDecimal minor =
                BigDecimal.valueOf(price.amountMinor())
                        .multiply(rate)
                        .scaleByPowerOfTen(digits(reportingCurrency) - digits(price.currency()))
                        .setScale(0, RoundingMode.HALF_EVEN);
        return minor.precision() > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(new Valued(minor.longValueExact(), rate.doubleValue()));
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
