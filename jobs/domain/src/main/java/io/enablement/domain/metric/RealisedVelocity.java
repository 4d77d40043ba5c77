package io.enablement.domain.metric;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import java.util.OptionalDouble;

/**
 * {@code realised_velocity} = won amount ÷ days in the period, by month of the close; minor units
 * of the reporting currency a day, from 0. Source: the part {@code won_amount}.
 */
public record RealisedVelocity(long wonAmountMinor) {

    public static final RealisedVelocity NONE = new RealisedVelocity(0);

    public static RealisedVelocity of(Tally tally) {
        return new RealisedVelocity(tally.sum(Part.WON_AMOUNT));
    }

    public RealisedVelocity plus(RealisedVelocity other) {
        return new RealisedVelocity(wonAmountMinor + other.wonAmountMinor);
    }

    /** Empty for a period without days; zero where nothing was won in it. */
    public OptionalDouble value(long daysInPeriod) {
        return new Ratio(wonAmountMinor, daysInPeriod).value();
    }
}
