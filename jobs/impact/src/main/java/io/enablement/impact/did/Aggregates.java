package io.enablement.impact.did;

import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The four averages of the estimated cells (Callaway and Sant'Anna 2021, equations 3.4 to 3.11;
 * their errors, corollary 2). Cells that are not known are left out.
 */
final class Aggregates {

    private final Design design;
    private final Estimation estimation;
    private final Averages averages;
    private final List<FittedCell> known;
    private final List<FittedCell> afterStart;

    Aggregates(Design design, Estimation estimation, List<FittedCell> cells) {
        this.design = design;
        this.estimation = estimation;
        this.averages = new Averages(design);
        this.known = cells.stream().filter(each -> each.cell().isKnown()).toList();
        this.afterStart = known.stream().filter(each -> each.cell().isAfterStart()).toList();
    }

    List<Aggregate> all() {
        return List.of(simple(), group(), dynamic(), calendar());
    }

    Aggregate simple() {
        Estimate overall =
                afterStart.isEmpty() ? Estimate.UNKNOWN : estimate(averages.bySize(afterStart));
        return new Aggregate(Kind.SIMPLE, overall, List.of(), Double.NaN);
    }

    private Aggregate group() {
        TreeMap<Integer, List<FittedCell>> byGroup = by(afterStart, Cell::group);
        List<Effect> effects = effects(byGroup.values());
        List<Averages.Part> parts = new ArrayList<>();
        byGroup.keySet()
                .forEach(group -> parts.add(new Averages.Part(group, effects.get(parts.size()))));
        return aggregate(
                Kind.GROUP,
                parts.isEmpty() ? Estimate.UNKNOWN : estimate(averages.ofGroups(parts)),
                byGroup,
                effects);
    }

    private Aggregate dynamic() {
        return overTimes(Kind.DYNAMIC, by(known, Cell::eventTime), time -> time >= 0);
    }

    private Aggregate calendar() {
        return overTimes(Kind.CALENDAR, by(afterStart, Cell::time), time -> true);
    }

    private Aggregate overTimes(
            Kind kind, TreeMap<Integer, List<FittedCell>> byTime, Predicate<Integer> counts) {
        List<Effect> effects = effects(byTime.values());
        List<Effect> counted = new ArrayList<>();
        int place = 0;
        for (int time : byTime.keySet()) {
            if (counts.test(time)) {
                counted.add(effects.get(place));
            }
            place++;
        }
        Estimate overall = counted.isEmpty() ? Estimate.UNKNOWN : estimate(averages.mean(counted));
        return aggregate(kind, overall, byTime, effects);
    }

    private Aggregate aggregate(
            Kind kind,
            Estimate overall,
            TreeMap<Integer, List<FittedCell>> cells,
            List<Effect> effects) {
        List<Estimate> estimates = effects.stream().map(this::estimate).toList();
        double critical = SimultaneousBand.criticalValue(design, estimation, effects, estimates);
        List<Point> points = new ArrayList<>();
        cells.forEach(
                (at, averaged) ->
                        points.add(
                                point(
                                        at,
                                        estimates.get(points.size()),
                                        critical,
                                        averaged.size())));
        return new Aggregate(kind, overall, List.copyOf(points), critical);
    }

    private static Point point(int at, Estimate estimate, double critical, int cells) {
        double reach = critical * estimate.error();
        return new Point(at, estimate, estimate.value() - reach, estimate.value() + reach, cells);
    }

    private List<Effect> effects(Collection<List<FittedCell>> averaged) {
        return averaged.parallelStream().map(averages::bySize).toList();
    }

    private Estimate estimate(Effect effect) {
        return effect.estimate(design, estimation.level());
    }

    private static TreeMap<Integer, List<FittedCell>> by(
            List<FittedCell> cells, ToIntFunction<Cell> key) {
        TreeMap<Integer, List<FittedCell>> sorted = new TreeMap<>();
        for (FittedCell each : cells) {
            sorted.computeIfAbsent(key.applyAsInt(each.cell()), at -> new ArrayList<>()).add(each);
        }
        return sorted;
    }
}
