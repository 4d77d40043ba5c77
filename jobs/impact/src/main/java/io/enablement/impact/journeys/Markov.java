package io.enablement.impact.journeys;

import java.util.stream.IntStream;

/**
 * Credit by removal effects in the Markov chain of all journeys, lost ones included (Anderl,
 * Becker, von Wangenheim and Schumann 2016). Shares = effects ÷ Σ effects.
 */
public final class Markov implements CreditModel {

    private final int order;

    /**
     * @param order 1 or 2
     */
    public Markov(int order) {
        if (order != 1 && order != 2) {
            throw new IllegalArgumentException("the order is 1 or 2, not " + order);
        }
        this.order = order;
    }

    @Override
    public String label() {
        return "markov";
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Credit credit(Journeys journeys) {
        Chain chain = Chain.of(journeys, order);
        return Credit.byRemoval(
                IntStream.range(0, journeys.channels().size())
                        .mapToDouble(chain::removalEffect)
                        .toArray(),
                journeys);
    }
}
