package io.enablement.impact;

import java.util.SplittableRandom;

/** The numbers at random of one draw of many, which are the same on however many cores. */
public final class Draw {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Draw() {}

    /**
     * Split off, because a generator steps by the same number: its seed alone would give each draw
     * the sequence of the one before, shifted by one.
     *
     * @param number of the draw, from 1
     */
    public static SplittableRandom random(long seed, long number) {
        return new SplittableRandom(seed + GOLDEN_GAMMA * number).split();
    }
}
