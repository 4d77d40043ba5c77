package io.enablement.domain.deal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an integer amount by weights so that the shares add up to it exactly. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Each share is {@code floor(amount × weight ÷ Σ weights)}; what is left goes one by one to the
     * largest remainders, ties to the earlier weight (Hamilton's method). All shares are zero where
     * no weight is positive.
     *
     * @param amount not negative
     * @param weights not negative
     */
    public static long[] shares(long amount, List<Long> weights) {
        long[] shares = new long[weights.size()];
        BigInteger total = BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        if (total.signum() == 0) {
            return shares;
        }
        BigInteger[] remainders = new BigInteger[shares.length];
        long left = amount;
        for (int place = 0; place < shares.length; place++) {
            BigInteger[] share =
                    BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(weights.get(place)))
                            .divideAndRemainder(total);
            shares[place] = share[0].longValueExact();
            remainders[place] = share[1];
            left -= shares[place];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> remainders[place]).reversed())
                .limit(left)
                .forEach(place -> shares[place]++);
        return shares;
    }
}
