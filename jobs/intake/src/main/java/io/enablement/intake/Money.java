package io.enablement.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/** Amounts as files write them, in minor units of their currency. */
final class Money {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,19}(\\.\\d{1,19})?");
    private static final int DIGITS_WITHOUT_CURRENCY = 2;

    private Money() {}

    /** Whether the schema holds minor units of a currency in the field. */
    static boolean isMoney(String field) {
        return field.endsWith("_minor");
    }

    /** The minor units of an amount in major units, for example 1250 for "12.50" in EUR. */
    static long minorUnits(String field, String text, String currency) throws RowRejected {
        BigDecimal amount = decimal(field, text);
        int digits = digits(field, currency);
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new RowRejected(
                    RejectionReason.BAD_AMOUNT,
                    field
                            + " "
                            + Texts.quoted(text)
                            + " has more than the "
                            + digits
                            + " decimal digits of "
                            + (currency == null ? "an amount without a currency" : currency)
                            + ".");
        }
        return longValue(field, text, amount.movePointRight(digits));
    }

    /** The amount in major units, rounded half-even to the digits of its currency. */
    static String roundedHalfEven(String field, String text, String currency) throws RowRejected {
        return decimal(field, text)
                .setScale(digits(field, currency), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static BigDecimal decimal(String field, String text) throws RowRejected {
        if (!DECIMAL.matcher(text).matches()) {
            throw new RowRejected(
                    RejectionReason.BAD_AMOUNT,
                    field + " " + Texts.quoted(text) + " is not a decimal number like 12.50.");
        }
        return new BigDecimal(text);
    }

    private static int digits(String field, String currency) throws RowRejected {
        if (currency == null) {
            return DIGITS_WITHOUT_CURRENCY;
        }
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            if (digits >= 0) {
                return digits;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same answer as a currency without digits.
        }
        throw new RowRejected(
                RejectionReason.BAD_AMOUNT,
                "The decimal digits of "
                        + field
                        + " are not known: "
                        + Texts.quoted(currency)
                        + " is not the ISO 4217 code of money.");
    }

    private static long longValue(String field, String text, BigDecimal minor) throws RowRejected {
        try {
            return minor.longValueExact();
        } catch (ArithmeticException e) {
            throw new RowRejected(
                    RejectionReason.BAD_AMOUNT,
                    field + " " + Texts.quoted(text) + " is too great for minor units.");
        }
    }
}
