package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** How numbers of a unit are written for people. */
public record Figures(Currency currency) {

    public static final String EMPTY = "–";

    /** In the reporting currency of the job. */
    public static Figures of(ClickHouse clickHouse) {
        String code = clickHouse.value("SELECT currency FROM company_setting", Map.of());
        return new Figures(Currency.getInstance(code));
    }

    public String text(JsonNode value, String unit) {
        if (value.isNull() || value.isMissingNode()) {
            return EMPTY;
        }
        BigDecimal number = new BigDecimal(value.asText());
        return switch (unit) {
            case "share" -> decimal(number.movePointRight(2), 1) + "%";
            case "money", "money per day" -> decimal(major(number), 0);
            case "count" -> decimal(number, 0);
            case "days", "months" -> decimal(number, 1);
            default -> decimal(number, 2);
        };
    }

    private BigDecimal major(BigDecimal minorUnits) {
        return minorUnits.movePointLeft(currency.getDefaultFractionDigits());
    }

    /** Half-even, as money is rounded everywhere; nothing is shown as -0. */
    private static String decimal(BigDecimal number, int digits) {
        return String.format(
                Locale.ROOT, "%,." + digits + "f", number.setScale(digits, RoundingMode.HALF_EVEN));
    }
}
