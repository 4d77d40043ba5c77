package io.enablement.impact.run;

import io.enablement.impact.did.Estimation;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.roi.Margin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    public ImpactSettings withMargin(Margin stated) {
        return new ImpactSettings(programmes, draws, seed, stated, shareTreated, unbalanced);
    }

    /**
     * Those that a manifest names.
     *
     * @throws ManifestException where they are incomplete or wrong
     */
    static ImpactSettings of(Map<String, String> words) {
        String programmes = words.getOrDefault("programmes", "");
        String margin = words.getOrDefault("margin", "");
        try {
            return new ImpactSettings(
                    programmes.isEmpty() ? List.of() : List.of(programmes.split(",")),
                    Integer.parseInt(words.get("draws")),
                    Long.parseLong(words.get("seed")),
                    margin.isEmpty()
                            ? Margin.UNKNOWN
                            : new Margin(Double.parseDouble(margin), words.get("margin_source")),
                    Double.parseDouble(words.get("share_treated")),
                    Boolean.parseBoolean(words.get("unbalanced")));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ManifestException(
                    "The manifest's settings are incomplete or wrong: " + words, e);
        }
    }

    /** All of them by name, as a manifest keeps them. */
    Map<String, String> words() {
        return Map.of(
                "draws", String.valueOf(draws),
                "margin", margin.isKnown() ? String.valueOf(margin.share()) : "",
                "margin_source", margin.source(),
                "programmes", String.join(",", programmes),
                "seed", String.valueOf(seed),
                "share_treated", String.valueOf(shareTreated),
                "unbalanced", String.valueOf(unbalanced));
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
