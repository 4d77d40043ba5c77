package io.enablement.domain.attribution;

import io.enablement.domain.deal.LargestRemainder;
import java.util.Arrays;
import java.util.List;

/** Divides the amount of a deal among its touches, to the cent. */
public final class CreditedMoney {

    /** Weights count in steps of 10^-12, so that the last bits of a double move no cent. */
    private static final double STEPS = 1e12;

    private CreditedMoney() {}

    /**
     * Minor units for each weight, together exactly the amount: by largest remainder (Hamilton's
     * method) over the weights in whole steps of 10^-12, ties to the earlier touch. None without
     * weights.
     *
     * @param amountMinor not negative, up to 2^63 − 1
     * @param weights each from 0 to 1, at least one of them above 10^-12
     */
    public static long[] shares(long amountMinor, double[] weights) {
        List<Long> steps =
                Arrays.stream(weights).mapToObj(weight -> Math.round(weight * STEPS)).toList();
        return LargestRemainder.shares(amountMinor, steps);
    }
}
