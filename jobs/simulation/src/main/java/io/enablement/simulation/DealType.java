package io.enablement.simulation;

import java.util.List;

/**
 * A type of deal: how it goes through its stages, how long that takes, and how much it is worth.
 *
 * @param medianDays from the creation to the close
 * @param medianDollars of a rep without any skill
 */
record DealType(String label, List<String> stages, double medianDays, double medianDollars) {

    static final DealType TRANSACTIONAL =
            new DealType("transactional", List.of("contact", "offer", "agreement"), 24, 6_000);
    static final DealType PROJECT =
            new DealType(
                    "project",
                    List.of("discovery", "solution", "proposal", "procurement"),
                    75,
                    40_000);

    private static final double TRANSACTIONAL_SHARE = 0.7;
    private static final double SPREAD_OF_DAYS = 0.5;
    private static final double SPREAD_OF_DOLLARS = 0.6;

    static DealType draw(Dice dice) {
        return dice.chance(TRANSACTIONAL_SHARE) ? TRANSACTIONAL : PROJECT;
    }

    double days(Dice dice) {
        return Math.max(1, medianDays * dice.logNormal(SPREAD_OF_DAYS));
    }

    double dollars(Dice dice) {
        return medianDollars * dice.logNormal(SPREAD_OF_DOLLARS);
    }
}
