package io.enablement.cli.feasibility;

import io.enablement.cli.console.UsageException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Reads numbers that a person typed and keeps what is wrong with them until all are read. */
final class GivenNumbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> problems = new ArrayList<>();

    /** Both ends included; 0 where it is a problem. */
    long whole(String option, String text, long least, long most) {
        double number = number(option, text);
        if (Double.isNaN(number)) {
            return 0;
        }
        if (number != Math.rint(number) || number < least || number > most) {
            refuse(option, text, "no whole number from %,d to %,d".formatted(least, most));
            return 0;
        }
        return (long) number;
    }

    /** Above 0; NaN where it is a problem. */
    double upTo(String option, String text, double most) {
        double number = number(option, text);
        return number <= 0 || number > most
                ? refuse(option, text, "not above 0 and at most %,.0f".formatted(most))
                : number;
    }

    /** Between both ends; NaN where it is a problem. */
    double share(String option, String text, double above, double below) {
        double number = number(option, text);
        return number <= above || number >= below
                ? refuse(
                        option,
                        text,
                        "not between %s and %s (25%% is 0.25)"
                                .formatted(words(above), words(below)))
                : number;
    }

    /** From 0 to below 1; NaN where it is a problem. */
    double shareOrZero(String option, String text) {
        double number = number(option, text);
        return number < 0 || number >= 1
                ? refuse(option, text, "not from 0 to below 1 (5% is 0.05)")
                : number;
    }

    void refuseBadOnes() {
        if (!problems.isEmpty()) {
            throw new UsageException(
                    "The question cannot be answered:\n- " + String.join("\n- ", problems));
        }
    }

    private double number(String option, String text) {
        if (text == null) {
            problems.add(option + " is missing");
            return Double.NaN;
        }
        String digits = text.strip();
        try {
            return digits.endsWith("%")
                    ? new BigDecimal(digits.substring(0, digits.length() - 1).strip())
                            .divide(HUNDRED)
                            .doubleValue()
                    : new BigDecimal(digits).doubleValue();
        } catch (NumberFormatException e) {
            return refuse(option, text, "no number like 12, 0.25 or 25%");
        }
    }

    private double refuse(String option, String text, String reason) {
        problems.add("%s is %s, %s".formatted(option, text, reason));
        return Double.NaN;
    }

    private static String words(double bound) {
        return BigDecimal.valueOf(bound)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
