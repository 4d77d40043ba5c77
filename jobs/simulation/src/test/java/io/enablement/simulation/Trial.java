package io.enablement.simulation;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealStatus;
import io.enablement.simulation.Estimate.Sum;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * An organisation with one programme, and what can be seen of it from outside: the deals of those
 * who completed it beside those of reps who could have taken part and never did.
 */
final class Trial {

    private static final int MONTHS = 24;
    private static final int LAUNCH = 8;
    private static final SimulationSettings SETTINGS =
            new SimulationSettings(
                    500, MONTHS, 7, YearMonth.of(2026, 8), 4, 0, 1, DisorderProfile.NONE);

    private final World world;
    private final List<Deal> deals;

    private Trial(Simulation simulation) {
        this.world = simulation.world();
        this.deals = new Replay(SETTINGS).all(simulation).deals();
    }

    static Trial of(Selection selection, Effect effect) {
        Programme programme =
                new Programme(
                        "prog-trial",
                        "Trial",
                        "training",
                        Audience.everybody(),
                        new Rollout(selection, LAUNCH, 1, 1, 0.5),
                        effect,
                        false);
        return new Trial(Simulation.of(SETTINGS, List.of(programme)));
    }

    /** Of the deals decided from some months after the launch. */
    Estimate winRate() {
        return compare(
                LAUNCH + 3,
                MONTHS,
                deal -> deal.closing().at().micros(),
                deal -> deal.closing().owner(),
                deal -> deal.isWon() ? 1 : 0);
    }

    /** Of the deals decided before anybody had taken part. */
    Estimate winRateBefore() {
        return compare(
                0,
                LAUNCH,
                deal -> deal.closing().at().micros(),
                deal -> deal.closing().owner(),
                deal -> deal.isWon() ? 1 : 0);
    }

    /** Logarithm of the days from creation to close, of deals old enough to be closed. */
    Estimate cycleTime() {
        return compare(
                LAUNCH + 3,
                MONTHS - 8,
                deal -> deal.creation().at().micros(),
                deal -> deal.creation().owner(),
                deal ->
                        Math.log(
                                (double)
                                                (deal.closing().at().micros()
                                                        - deal.creation().at().micros())
                                        / Timeline.DAY));
    }

    /** Logarithm of the amount in dollars at the creation. */
    Estimate dealSize() {
        return compare(
                LAUNCH + 3,
                MONTHS,
                deal -> deal.creation().at().micros(),
                deal -> deal.creation().owner(),
                deal ->
                        Math.log(
                                deal.creation().price().amountMinor()
                                        / (double)
                                                ExchangeRates.minorUnits(
                                                        1, deal.creation().price().currency())));
    }

    private Estimate compare(
            int fromMonth,
            int toMonth,
            ToLongFunction<Deal> time,
            Function<Deal, String> owner,
            ToDoubleFunction<Deal> measure) {
        Map<String, Sum> treated = new TreeMap<>();
        Map<String, Sum> controls = new TreeMap<>();
        for (Deal deal : deals) {
            boolean counts = isDecided(deal) && deal.creation().price().known();
            long day = Timeline.dayOf(time.applyAsLong(deal));
            if (counts
                    && day >= world.timeline().monthStart(fromMonth)
                    && day < world.timeline().monthStart(toMonth)) {
                String rep = owner.apply(deal);
                add(isTreated(rep) ? treated : controls, rep, measure.applyAsDouble(deal));
            }
        }
        return Estimate.of(treated.values(), controls.values());
    }

    private void add(Map<String, Sum> arm, String repId, double measured) {
        if (couldTakePart(repId) && (isTreated(repId) || rep(repId).enrolments().isEmpty())) {
            arm.put(repId, arm.getOrDefault(repId, Sum.NONE).plus(measured));
        }
    }

    private static boolean isDecided(Deal deal) {
        return deal.status() == DealStatus.WON || deal.status() == DealStatus.LOST;
    }

    private boolean couldTakePart(String repId) {
        return !repId.isEmpty()
                && rep(repId).isActive(world.timeline().monthStart(LAUNCH))
                && rep(repId).career().hiredDay() + 90 <= world.timeline().monthStart(LAUNCH);
    }

    private boolean isTreated(String repId) {
        return !repId.isEmpty() && rep(repId).enrolments().stream().anyMatch(Enrolment::isTrained);
    }

    private Rep rep(String repId) {
        return world.organisation().reps().get(Integer.parseInt(repId.substring(4)) - 1);
    }
}
