package io.enablement.impact.did;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as it stands in a sentence: four digits that count, and never a power of ten. */
public final class Figure {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Figure() {}

    /** 315843.2 is 315800, 0.063427 is 0.06343; what is no number is "–". */
    public static String of(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(FOUR_DIGITS).toPlainString()
                : "–";
    }

    /** The same with the sign of what is above zero too. */
    public static String signed(double value) {
        return value > 0 ? "+" + of(value) : of(value);
    }
}
