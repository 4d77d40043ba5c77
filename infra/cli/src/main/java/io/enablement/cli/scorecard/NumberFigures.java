package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.Console;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How the numbers inside a formula are written for people: exactly, money with its cents. */
public record NumberFigures(Figures figures) {

    private static final BigDecimal MICROS_OF_A_DAY = BigDecimal.valueOf(86_400_000_000L);

    public String text(JsonNode value, String unit) {
        if (value.isNull() || value.isMissingNode()) {
            return Figures.EMPTY;
        }
        return switch (unit) {
            case "money" -> money(new BigDecimal(value.asText()));
            case "micros" -> days(new BigDecimal(value.asText()));
            case "days" -> Console.count(total(value)) + " deals";
            case "lives" -> value.size() + " starts";
            case "share" -> figures.text(value, unit);
            default -> Console.count(value.asLong());
        };
    }

    /** A change or entry, with its sign; a histogram's is the value that is counted. */
    public String signed(BigDecimal amount, String unit, int bucket) {
        String sign = amount.signum() < 0 ? "−" : "+";
        BigDecimal size = amount.abs();
        return switch (unit) {
            case "money" -> sign + money(size);
            case "micros" -> sign + days(size);
            case "days" -> "%s%s at %d days".formatted(sign, size.toPlainString(), bucket);
            default -> sign + Console.count(size.longValue());
        };
    }

    public String money(BigDecimal minorUnits) {
        int digits = figures.currency().getDefaultFractionDigits();
        return String.format(Locale.ROOT, "%,." + digits + "f", minorUnits.movePointLeft(digits));
    }

    private static String days(BigDecimal micros) {
        return String.format(
                Locale.ROOT,
                "%,.2f days",
                micros.divide(MICROS_OF_A_DAY, 2, RoundingMode.HALF_EVEN));
    }

    private static long total(JsonNode histogram) {
        long total = 0;
        for (JsonNode count : histogram) {
            total += count.asLong();
        }
        return total;
    }
}
