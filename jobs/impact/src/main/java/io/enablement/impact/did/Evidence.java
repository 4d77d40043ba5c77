package io.enablement.impact.did;

import java.util.List;

/**
 * Everything a verdict rests on.
 *
 * @param outcome the pre-registered outcome's effect, with its interval
 * @param mde the smallest effect that the programme was to show, in units of the outcome, above 0;
 *     NaN where none was stated
 * @param preTrend of the same outcome
 * @param treated units
 * @param controls units
 * @param withoutTop the effect without the best unit, and without the best three
 * @param facts that the estimator cannot know
 */
public record Evidence(
        Estimate outcome,
        double mde,
        PreTrend preTrend,
        int treated,
        int controls,
        List<Estimate> withoutTop,
        Facts facts) {

    public Evidence {
        withoutTop = List.copyOf(withoutTop);
    }

    /** Of an estimated outcome. */
    public static Evidence of(
            GroupTimeResult result, Robustness robustness, double mde, Facts facts) {
        Sample sample = result.sample();
        return new Evidence(
                result.overall(),
                mde,
                result.preTrend(),
                sample.treated(),
                sample.controls(),
                robustness.withoutTop(),
                facts);
    }

    /**
     * What only the pipeline knows.
     *
     * @param sampleRatioP of the arms' sizes in a randomised programme; NaN in others
     * @param overlap share of treated and control units that start another programme in the window,
     *     0 to 1
     * @param baselineEdited whether the definition's baseline was changed after the launch
     * @param immature whether deals of the cohorts are younger than one median cycle
     */
    public record Facts(
            double sampleRatioP, double overlap, boolean baselineEdited, boolean immature) {

        /** Nothing speaks against the programme. */
        public static final Facts NONE = new Facts(Double.NaN, 0, false, false);
    }
}
