package io.enablement.impact.did;

import java.util.Arrays;
import java.util.List;

/** Cells and averages put together, with the errors of estimated weights (equation 4.9 ff.). */
final class Averages {

    private final Design design;

    Averages(Design design) {
        this.design = design;
    }

    /**
     * An average of effects on groups.
     *
     * @param group whose size is its weight
     */
    record Part(int group, Effect effect) {}

    /** Σ factor × cell with factors that are known. */
    Effect sum(List<FittedCell> cells, double[] factors) {
        double value = 0;
        double[] influence = new double[design.places()];
        for (int each = 0; each < factors.length; each++) {
            value += factors[each] * cells.get(each).fit().value();
            cells.get(each).fit().addInfluence(factors[each], influence);
        }
        return new Effect(value, influence);
    }

    /** The plain mean. */
    Effect mean(List<Effect> effects) {
        double[] factors = new double[effects.size()];
        Arrays.fill(factors, 1.0 / factors.length);
        return combined(effects, factors);
    }

    /** Σ factor × effect with factors that are known. */
    Effect combined(List<Effect> effects, double[] factors) {
        double value = 0;
        double[] influence = new double[design.places()];
        for (int each = 0; each < factors.length; each++) {
            value += factors[each] * effects.get(each).value();
            add(influence, effects.get(each).influence(), factors[each]);
        }
        return new Effect(value, influence);
    }

    /**
     * Cells by the sizes of their groups: θ = Σ p ATT with p = W(g) ÷ S and S = Σ W(g), each cell
     * counting its group. The sizes are estimated too: a unit of weight w in group g adds w (ATT −
     * θ) ÷ S for each cell of g.
     */
    Effect bySize(List<FittedCell> cells) {
        double[] factors = shares(cells.stream().mapToInt(each -> each.cell().group()).toArray());
        Effect sum = sum(cells, factors);
        for (int each = 0; each < factors.length; each++) {
            FittedCell cell = cells.get(each);
            addSizeError(sum, cell.cell().group(), cell.fit().value(), factors[each]);
        }
        return sum;
    }

    /** Effects on groups by the sizes of the groups, as {@link #bySize(List)}. */
    Effect ofGroups(List<Part> parts) {
        double[] factors = shares(parts.stream().mapToInt(Part::group).toArray());
        Effect sum = combined(parts.stream().map(Part::effect).toList(), factors);
        for (int each = 0; each < factors.length; each++) {
            Part part = parts.get(each);
            addSizeError(sum, part.group(), part.effect().value(), factors[each]);
        }
        return sum;
    }

    private double[] shares(int[] groups) {
        double[] shares = new double[groups.length];
        double sum = 0;
        for (int each = 0; each < groups.length; each++) {
            shares[each] = design.groupWeight(groups[each]);
            sum += shares[each];
        }
        for (int each = 0; each < groups.length; each++) {
            shares[each] /= sum;
        }
        return shares;
    }

    private void addSizeError(Effect sum, int group, double effect, double share) {
        double factor = share / design.groupWeight(group) * (effect - sum.value());
        int end = design.firstAfter(group);
        for (int place = design.firstAfter(group - 1L); place < end; place++) {
            sum.influence()[place] += design.weight(place) * factor;
        }
    }

    private static void add(double[] sums, double[] numbers, double factor) {
        for (int place = 0; place < sums.length; place++) {
            sums[place] += factor * numbers[place];
        }
    }
}
