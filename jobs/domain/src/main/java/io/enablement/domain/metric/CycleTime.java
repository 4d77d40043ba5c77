package io.enablement.domain.metric;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@code cycle_days_won} and {@code cycle_days_lost}: days from the creation of a deal to its final
 * close, by month of the close; from 0. Won and lost deals are measured apart. Every value is empty
 * where no closed deal has a known creation. Source: the parts {@code …_cycles}, {@code
 * …_cycle_micros} and {@code …_cycle_days}.
 *
 * @param micros elapsed time of all deals together
 * @param days deals by whole days
 */
public record CycleTime(long deals, long micros, Map<Integer, Long> days) {

    public static final CycleTime NONE = new CycleTime(0, 0, Map.of());

    static final double MICROS_PER_DAY = 86_400_000_000.0;

    public static CycleTime ofWon(Tally tally) {
        return new CycleTime(
                tally.sum(Part.WON_CYCLES),
                tally.sum(Part.WON_CYCLE_MICROS),
                tally.histogram(Part.WON_CYCLE_DAYS));
    }

    public static CycleTime ofLost(Tally tally) {
        return new CycleTime(
                tally.sum(Part.LOST_CYCLES),
                tally.sum(Part.LOST_CYCLE_MICROS),
                tally.histogram(Part.LOST_CYCLE_DAYS));
    }

    public CycleTime plus(CycleTime other) {
        Map<Integer, Long> both = new TreeMap<>(days);
        other.days.forEach((day, count) -> both.merge(day, count, Long::sum));
        return new CycleTime(deals + other.deals, micros + other.micros, both);
    }

    /** The median, which a few very long deals do not move. */
    public OptionalDouble value() {
        return quantile(0.5);
    }

    /** Days, exact: {@link Quantile type 7} over whole days. */
    public OptionalDouble quantile(double p) {
        return Quantile.of(days, p);
    }

    /** Days with their fraction: Σ elapsed time ÷ deals. */
    public OptionalDouble mean() {
        return deals == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(micros / MICROS_PER_DAY / deals);
    }
}
