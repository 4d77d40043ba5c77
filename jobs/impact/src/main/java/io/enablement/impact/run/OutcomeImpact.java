package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.ProgrammePanel;
import java.util.List;

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
