package io.enablement.simulation;

/**
 * What completing a programme truly does to the sales of a rep.
 *
 * @param winRate added to the probability that a deal is won, decided at its final close
 * @param cycleFactor multiplies the cycle time of deals created from then on
 * @param sizeFactor multiplies the amount of deals created from then on
 * @param halfLifeDays after which half of the effect is gone; 0 where it stays
 */
record Effect(double winRate, double cycleFactor, double sizeFactor, double halfLifeDays) {

    static final Effect NONE = new Effect(0, 1, 1, 0);

    static Effect onWinRate(double points) {
        return new Effect(points, 1, 1, 0);
    }

    static Effect onCycleTime(double factor) {
        return new Effect(0, factor, 1, 0);
    }

    static Effect onDealSize(double factor) {
        return new Effect(0, 1, factor, 0);
    }

    Effect and(Effect other) {
        return new Effect(
                winRate + other.winRate,
                cycleFactor * other.cycleFactor,
                sizeFactor * other.sizeFactor,
                halfLifeDays);
    }

    Effect decayingIn(double days) {
        return new Effect(winRate, cycleFactor, sizeFactor, days);
    }

    /** What is left of it some time after the completion. */
    Effect after(long micros) {
        if (halfLifeDays == 0) {
            return this;
        }
        double left = StrictMath.pow(2, -(double) micros / Timeline.DAY / halfLifeDays);
        return new Effect(
                winRate * left,
                StrictMath.pow(cycleFactor, left),
                StrictMath.pow(sizeFactor, left),
                0);
    }
}
