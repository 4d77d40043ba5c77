package io.enablement.simulation;

import io.enablement.domain.deal.Price;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Valued;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Simulated monthly exchange rates of the currencies in which the organisation sells. */
final class ExchangeRates {

    /** Sold in now and then, but no rate covers it. */
    static final String WITHOUT_RATES = "CHF";

    private static final int DECIMALS = 6;
    private static final double SCALE = 1_000_000;
    private static final double MONTHLY_SPREAD = 0.015;
    private static final Map<String, Double> FIRST_RATES =
            new TreeMap<>(Map.of("EUR", 1.08, "GBP", 1.27, "JPY", 0.0067));

    private final TreeMap<String, TreeMap<LocalDate, BigDecimal>> byCurrency;
    private final Rates rates;

    private ExchangeRates(TreeMap<String, TreeMap<LocalDate, BigDecimal>> byCurrency) {
        this.byCurrency = byCurrency;
        this.rates = new Rates(SimulationSettings.REPORTING_CURRENCY, byCurrency);
    }

    /** A random walk from a year before the simulation to a year after it, as quotas need. */
    static ExchangeRates of(SimulationSettings settings) {
        TreeMap<String, TreeMap<LocalDate, BigDecimal>> byCurrency = new TreeMap<>();
        FIRST_RATES.forEach(
                (currency, rate) -> byCurrency.put(currency, walk(settings, currency, rate)));
        return new ExchangeRates(byCurrency);
    }

    /** In the reporting currency, rounded half-even; empty where no rate covers the currency. */
    OptionalLong toReporting(long amountMinor, String currency, LocalDate day) {
        return rates.value(new Price(true, amountMinor, currency), day).stream()
                .mapToLong(Valued::amountMinor)
                .findFirst();
    }

    /** About as many minor units as the amount in dollars is worth. */
    static long minorUnits(double dollars, String currency) {
        return switch (currency) {
            case "JPY" -> StrictMath.round(dollars / FIRST_RATES.get(currency));
            case "EUR", "GBP" -> StrictMath.round(100 * dollars / FIRST_RATES.get(currency));
            default -> StrictMath.round(100 * dollars);
        };
    }

    Rates rates() {
        return rates;
    }

    /** The rate file that the jobs read: {@code currency,date,rate} a line. */
    String csv() {
        StringBuilder lines = new StringBuilder("currency,date,rate\n");
        byCurrency.forEach(
                (currency, dated) ->
                        dated.forEach(
                                (day, rate) ->
                                        lines.append(currency)
                                                .append(',')
                                                .append(day)
                                                .append(',')
                                                .append(rate.toPlainString())
                                                .append('\n')));
        return lines.toString();
    }

    private static TreeMap<LocalDate, BigDecimal> walk(
            SimulationSettings settings, String currency, double first) {
        Dice dice = Dice.of(settings.seed(), "rate of " + currency, 0);
        LocalDate to = settings.lastMonth().plusMonths(13).atDay(1);
        TreeMap<LocalDate, BigDecimal> dated = new TreeMap<>();
        LocalDate day = settings.firstMonth().minusMonths(12).atDay(1);
        double rate = first;
        while (!day.isAfter(to)) {
            dated.put(day, BigDecimal.valueOf(StrictMath.round(rate * SCALE), DECIMALS));
            rate *= dice.logNormal(MONTHLY_SPREAD);
            day = day.plusMonths(1);
        }
        return dated;
    }
}
