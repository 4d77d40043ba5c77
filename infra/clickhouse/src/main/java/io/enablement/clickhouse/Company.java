package io.enablement.clickhouse;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/**
 * What a company has decided for its numbers and the views must know; the job has the same
 * settings.
 *
 * @param fiscalYearStart the month, 1 to 12, in which fiscal years start
 * @param zone of the calendar
 * @param currency ISO 4217 code of the reporting currency
 */
public record Company(int fiscalYearStart, String zone, String currency) {

    public static final Company DEFAULT = new Company(1, "UTC", "USD");

    /** The values become part of SQL texts: nothing but a month, a zone and a currency goes in. */
    public Company {
        if (fiscalYearStart < 1 || fiscalYearStart > 12) {
            throw new IllegalArgumentException(
                    "The fiscal year starts in no month: " + fiscalYearStart);
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException(
                    "The time zone is none of a region, like Europe/Berlin or UTC: " + zone);
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw new IllegalArgumentException(
                    "The reporting currency is no code of ISO 4217: " + currency);
        }
    }

    Map<String, String> placeholders() {
        return Map.of(
                "fiscal_year_start", Integer.toString(fiscalYearStart),
                "zone", zone,
                "currency", currency);
    }
}
