package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.ProgrammePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a programme did to one outcome, on one basis.
 *
 * @param registered whether it is the outcome that was fixed before the launch, by intention to
 *     treat
 * @param leads whether the programme is judged by it
 * @param baseline mean outcome of the treated before their start, in the months of the baseline
 *     window; NaN without any
 * @param pHolm adjusted over the exploratory outcomes of the basis; NaN for the registered one
 * @param comparisons of a randomised programme; none of others
 */
record OutcomeImpact(
        Basis basis,
        Outcome outcome,
        boolean registered,
        boolean leads,
        ProgrammePanel panel,
        ProgrammePanel.Clusters clusters,
        GroupTimeResult result,
        Robustness robustness,
        Facts facts,
        double baseline,
        double mde,
        double pHolm,
        Verdict verdict,
        List<RandomisedComparison.Named> comparisons) {

    /**
     * What the verdict takes from elsewhere.
     *
     * @param overlap greatest share of the reps who start one other programme in the window
     * @param sampleRatioP NaN where nothing was randomised
     */
    record Facts(double overlap, double sampleRatioP) {}

    private static final double SIGNIFICANT = .05;

    /**
     * What may be said. An exploratory outcome shows an effect only where it is one among all that
     * were looked at; few treated teams show one only where drawing cohorts anew rarely does.
     */
    Verdict.Kind kind() {
        return isChance() || isChanceOfFewClusters() ? Verdict.Kind.NOT_PROVABLE : verdict.kind();
    }

    /** Why nothing is provable; then what could not be examined. */
    List<String> reasons() {
        List<String> words = new ArrayList<>();
        verdict.reasons().forEach(reason -> words.add(reason.words()));
        if (isChance()) {
            words.add(
                    String.format(
                            Locale.ROOT,
                            "among all exploratory outcomes it may be chance (p = %.3f after Holm)",
                            pHolm));
        }
        if (isChanceOfFewClusters()) {
            words.add(
                    String.format(
                            Locale.ROOT,
                            "with so few treated %ss it may be chance (p = %.3f by randomisation inference)",
                            clusters.label(),
                            result.randomisationP()));
        }
        verdict.caveats().forEach(caveat -> words.add("caveat: " + caveat));
        return words;
    }

    private boolean isChance() {
        return verdict.kind() == Verdict.Kind.EFFECT && pHolm >= SIGNIFICANT;
    }

    private boolean isChanceOfFewClusters() {
        return verdict.kind() == Verdict.Kind.EFFECT && result.randomisationP() >= SIGNIFICANT;
    }

    OutcomeImpact withHolm(double adjusted) {
        return new OutcomeImpact(
                basis,
                outcome,
                registered,
                leads,
                panel,
                clusters,
                result,
                robustness,
                facts,
                baseline,
                mde,
                adjusted,
                verdict,
                comparisons);
    }
}
