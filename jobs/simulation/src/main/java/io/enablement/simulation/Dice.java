package io.enablement.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance. Each purpose has dice of its own, so that one more throw somewhere changes nothing
 * elsewhere. Only {@link StrictMath} is used: other machines throw the same.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one thing, for example of deal 17. */
    static Dice of(long seed, String purpose, long number) {
        long mixed = mix(seed + GOLDEN_GAMMA * purpose.hashCode());
        return new Dice(new SplittableRandom(mix(mixed + GOLDEN_GAMMA * (number + 1))));
    }

    /** From 0, included, to 1, excluded. */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** From 0 to {@code bound}, excluded. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** With median 1; {@code spread} is the standard deviation of the logarithm. */
    double logNormal(double spread) {
        return StrictMath.exp(spread * normal());
    }

    /** How often something happens that happens {@code mean} times on average (Knuth's method). */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        double product = uniform();
        while (product > limit) {
            count++;
            product *= uniform();
        }
        return count;
    }

    /** Days until something happens that happens with this probability on each day. */
    long daysUntil(double dailyProbability) {
        return (long) (StrictMath.log(1 - uniform()) / StrictMath.log(1 - dailyProbability));
    }

    /** Whole seconds between two numbers of days, in microseconds. */
    long time(double fromDays, double toDays) {
        return Timeline.time(between(fromDays, toDays));
    }

    /** Shuffled by Fisher and Yates. */
    <T> void shuffle(List<T> values) {
        for (int place = values.size() - 1; place > 0; place--) {
            int other = below(place + 1);
            T moved = values.get(place);
            values.set(place, values.get(other));
            values.set(other, moved);
        }
    }

    /** By Box and Muller. */
    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
