package io.enablement.impact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What may be said about a programme, with everything that speaks against saying more.
 *
 * @param reasons why nothing is provable; none otherwise
 * @param caveats what could not be examined; they do not change the verdict
 */
public record Verdict(Kind kind, List<Reason> reasons, List<String> caveats) {

    private static final double PRE_TREND_P = .05;
    private static final double SAMPLE_RATIO_P = .001;
    private static final double MOST_OVERLAP = .2;
    private static final int FEWEST_UNITS = 10;

    public Verdict {
        reasons = List.copyOf(reasons);
        caveats = List.copyOf(caveats);
    }

    public enum Kind {
        EFFECT("effect"),
        NO_EFFECT_WITHIN_MDE("no_effect_within_mde"),
        NOT_PROVABLE("not_provable");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why a programme's effect is not provable. */
    public enum Code {
        PRE_TREND,
        TOO_FEW_TREATED,
        TOO_FEW_CONTROLS,
        SAMPLE_RATIO,
        OVERLAP,
        TOP_UNITS,
        BASELINE_EDITED,
        IMMATURE,
        NO_INTERVAL,
        TOO_WIDE
    }

    /** One reason, with its numbers in words. */
    public record Reason(Code code, String words) {}

    /**
     * {@code not_provable} with every reason there is; else {@code effect} where the interval
     * leaves 0 out; else {@code no_effect_within_mde} where it lies within ±MDE; else {@code
     * not_provable} because it is too wide, or no MDE was stated.
     */
    public static Verdict of(Evidence evidence) {
        List<Reason> reasons = new ArrayList<>();
        sayWhatTheEstimateLacks(evidence, reasons);
        sayWhatTheTopUnitsDo(evidence, reasons);
        sayWhatThePipelineKnows(evidence.facts(), reasons);
        if (reasons.isEmpty() && !evidence.outcome().isSignificant() && !isNarrow(evidence)) {
            reasons.add(new Reason(Code.TOO_WIDE, tooWide(evidence)));
        }
        return new Verdict(kind(evidence, reasons), reasons, caveats(evidence));
    }

    private static Kind kind(Evidence evidence, List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            return Kind.NOT_PROVABLE;
        }
        return evidence.outcome().isSignificant() ? Kind.EFFECT : Kind.NO_EFFECT_WITHIN_MDE;
    }

    private static void sayWhatTheEstimateLacks(Evidence evidence, List<Reason> reasons) {
        if (!evidence.outcome().hasInterval()) {
            reasons.add(new Reason(Code.NO_INTERVAL, "the effect has no interval"));
        }
        if (evidence.preTrend().p() < PRE_TREND_P) {
            reasons.add(
                    new Reason(
                            Code.PRE_TREND,
                            words(
                                    "treated and controls drifted apart before the start (p = %.4f)",
                                    evidence.preTrend().p())));
        }
        if (evidence.treated() < FEWEST_UNITS) {
            reasons.add(new Reason(Code.TOO_FEW_TREATED, few("treated", evidence.treated())));
        }
        if (evidence.controls() < FEWEST_UNITS) {
            reasons.add(new Reason(Code.TOO_FEW_CONTROLS, few("control", evidence.controls())));
        }
    }

    private static void sayWhatTheTopUnitsDo(Evidence evidence, List<Reason> reasons) {
        Estimate all = evidence.outcome();
        for (Estimate without : evidence.withoutTop()) {
            boolean sameSign = Math.signum(without.value()) == Math.signum(all.value());
            if (all.hasInterval()
                    && (!sameSign || without.isSignificant() != all.isSignificant())) {
                reasons.add(new Reason(Code.TOP_UNITS, withoutTop(without)));
                return;
            }
        }
    }

    private static String withoutTop(Estimate without) {
        return without.hasInterval()
                ? words(
                        "it hangs on the best one or three units: %s [%s, %s] without them",
                        Figure.of(without.value()),
                        Figure.of(without.low()),
                        Figure.of(without.high()))
                : "nothing can be estimated without the best one or three units";
    }

    private static void sayWhatThePipelineKnows(Evidence.Facts facts, List<Reason> reasons) {
        if (facts.sampleRatioP() < SAMPLE_RATIO_P) {
            reasons.add(
                    new Reason(
                            Code.SAMPLE_RATIO,
                            words(
                                    "the arms' sizes are not as they were drawn (p = %.2g)",
                                    facts.sampleRatioP())));
        }
        if (facts.overlap() > MOST_OVERLAP) {
            reasons.add(
                    new Reason(
                            Code.OVERLAP,
                            words(
                                    "%.0f %% of treated and controls started another programme in the window",
                                    100 * facts.overlap())));
        }
        if (facts.baselineEdited()) {
            reasons.add(
                    new Reason(Code.BASELINE_EDITED, "the baseline was edited after the launch"));
        }
        if (facts.immature()) {
            reasons.add(
                    new Reason(Code.IMMATURE, "cohorts' deals are younger than one median cycle"));
        }
    }

    private static boolean isNarrow(Evidence evidence) {
        return evidence.outcome().low() >= -evidence.mde()
                && evidence.outcome().high() <= evidence.mde();
    }

    private static String tooWide(Evidence evidence) {
        String interval =
                words(
                        "the interval [%s, %s] holds 0",
                        Figure.of(evidence.outcome().low()), Figure.of(evidence.outcome().high()));
        return Double.isNaN(evidence.mde())
                ? interval + ", and no smallest effect worth finding was stated"
                : interval + words(" and reaches beyond ±%s: too wide", Figure.of(evidence.mde()));
    }

    private static List<String> caveats(Evidence evidence) {
        return evidence.preTrend().isTested()
                ? List.of()
                : List.of(
                        "whether both drifted apart before the start was not tested: "
                                + evidence.preTrend().reason());
    }

    private static String few(String arm, int units) {
        return "only %d %s units; %d are needed".formatted(units, arm, FEWEST_UNITS);
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
