package io.enablement.impact.run;

import io.enablement.impact.did.Estimation;
import io.enablement.impact.roi.Margin;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run looks at the programmes.
 *
 * @param programmes whose ids are looked at; all of them where it is empty
 * @param draws of the multiplier bootstrap; 0 for none
 * @param shareTreated of the audience in a randomised programme, as it was drawn, between 0 and 1
 * @param unbalanced whether reps with missing months stay in the panels of sums too
 */
public record ImpactSettings(
        List<String> programmes,
        int draws,
        long seed,
        Margin margin,
        double shareTreated,
        boolean unbalanced) {

    public static final ImpactSettings STANDARD =
            new ImpactSettings(List.of(), 999, 1, Margin.UNKNOWN, .5, false);

    /**
     * @throws IllegalArgumentException where a setting is out of range; the message lists all
     */
    public ImpactSettings {
        programmes = programmes.stream().sorted().distinct().toList();
        List<String> problems = new ArrayList<>();
        if (draws < 0 || draws > 100_000) {
            problems.add("draws are " + draws + ", not between 0 and 100000");
        }
        if (!(shareTreated > 0 && shareTreated < 1)) {
            problems.add("the share of the treated is " + shareTreated + ", not between 0 and 1");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    public boolean covers(String programme) {
        return programmes.isEmpty() || programmes.contains(programme);
    }

    /**
     * A rate has no value in many months: its panel keeps the reps whose months are not complete.
     */
    Estimation estimation(boolean isRate) {
        return Estimation.STANDARD.withUnbalanced(unbalanced || isRate).withBootstrap(draws, seed);
    }
}
