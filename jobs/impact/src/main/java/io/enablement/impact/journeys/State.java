package io.enablement.impact.journeys;

/**
 * Where a journey stands: at a channel, and with order 2 at the pair of the channel before it and
 * this one.
 *
 * @param before {@link #NOWHERE} with order 1, and at the first touch
 */
record State(int before, int channel) {

    static final int NOWHERE = -1;
}
