package io.enablement.domain.metric;

import io.enablement.domain.rep.Tally;
import java.util.OptionalDouble;

/**
 * {@code sales_velocity} = closed deals × {@code close_rate_count} × mean won amount ÷ mean won
 * cycle days, all by month of the close; minor units of the reporting currency a day, from 0. Empty
 * where nothing closed, no won deal has an amount, or no won deal took any time. A product of
 * averages is not the average of products: show it beside {@link RealisedVelocity}. Source: the
 * parts {@code won}, {@code lost}, {@code won_priced}, {@code won_amount}, {@code won_cycles},
 * {@code won_cycle_micros}.
 */
public record SalesVelocity(Ratio closeRate, Ratio wonAmount, CycleTime wonCycle) {

    public static final SalesVelocity NONE =
            new SalesVelocity(Ratio.NONE, Ratio.NONE, CycleTime.NONE);

    public static SalesVelocity of(Tally tally) {
        return new SalesVelocity(
                RatioMetric.CLOSE_RATE_COUNT.of(tally),
                RatioMetric.AVG_DEAL_AMOUNT.of(tally),
                CycleTime.ofWon(tally));
    }

    public SalesVelocity plus(SalesVelocity other) {
        return new SalesVelocity(
                closeRate.plus(other.closeRate),
                wonAmount.plus(other.wonAmount),
                wonCycle.plus(other.wonCycle));
    }

    public OptionalDouble value() {
        OptionalDouble rate = closeRate.value();
        OptionalDouble amount = wonAmount.value();
        OptionalDouble days = wonCycle.mean();
        if (rate.isEmpty() || amount.isEmpty() || days.isEmpty() || days.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        long closed = closeRate.denominator();
        return OptionalDouble.of(
                closed * rate.getAsDouble() * amount.getAsDouble() / days.getAsDouble());
    }
}
