package io.enablement.cli.effect;

import io.enablement.cli.console.Console;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.PreTrend;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Sample;
import io.enablement.impact.did.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer in words. */
final class EffectWords {

    private static final String EMPTY = "-";

    private EffectWords() {}

    static List<String> verdict(Answer answer, String outcome) {
        Estimate overall = answer.result().overall();
        Verdict verdict = answer.verdict();
        String sentence =
                switch (verdict.kind()) {
                    case EFFECT ->
                            "The programme changed %s by %s per treated unit and period %s"
                                    .formatted(outcome, number(overall.value()), between(answer));
                    case NO_EFFECT_WITHIN_MDE ->
                            "No effect on %s as large as the one worth finding: %s %s"
                                    .formatted(outcome, number(overall.value()), between(answer));
                    case NOT_PROVABLE -> "An effect on %s is not provable".formatted(outcome);
                };
        List<String> lines = new ArrayList<>();
        lines.add("@|bold " + verdict.kind().label() + "|@: " + sentence);
        verdict.reasons().forEach(reason -> lines.add("  - " + reason.words()));
        verdict.caveats().forEach(caveat -> lines.add("  note: " + caveat));
        return lines;
    }

    static List<String> sample(Sample sample) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s used, %s of them treated, %s compared with; %s clusters, %s treated"
                        .formatted(
                                Console.count(sample.units()),
                                Console.count(sample.treated()),
                                Console.count(sample.controls()),
                                Console.count(sample.clusters()),
                                Console.count(sample.treatedClusters())));
        if (sample.incomplete() > 0) {
            lines.add(
                    "%s dropped: not observed in every period (--unbalanced keeps those with some)"
                            .formatted(Console.count(sample.incomplete())));
        }
        if (sample.treatedFromTheStart() > 0) {
            lines.add(
                    "%s dropped: no period before their start"
                            .formatted(Console.count(sample.treatedFromTheStart())));
        }
        return lines;
    }

    static String preTrend(GroupTimeResult result) {
        PreTrend test = result.preTrend();
        String trend =
                test.isTested()
                        ? "Wald test that treated and controls did not drift apart: W = %s, %d degrees (%s), p = %s"
                                .formatted(
                                        number(test.statistic()),
                                        test.degrees(),
                                        test.over(),
                                        number(test.p()))
                        : "Not tested: " + test.reason();
        return Double.isNaN(result.randomisationP())
                ? trend
                : trend
                        + "\nFew clusters are treated; by drawing the cohorts anew: p = "
                        + number(result.randomisationP());
    }

    static String name(Robustness.Check check, Robustness robustness) {
        return switch (check.kind()) {
            case WITHOUT_TOP_1 -> "without the best unit";
            case WITHOUT_TOP_3 -> "without the best three";
            case CAPPED -> "outcomes capped at " + number(robustness.cap());
            case QUANTILE -> "places among all outcomes, 0 to 1";
            case OTHER_CONTROLS -> "the other controls";
            case PLACEBO -> "as if started %d periods earlier".formatted(check.periods());
        };
    }

    static List<String> tail(Robustness robustness) {
        return List.of(
                "Best fifth of the units: %s of the outcome; tail index %s (below 2, means are at the mercy of a few)"
                        .formatted(
                                Double.isNaN(robustness.topFifthShare())
                                        ? EMPTY
                                        : String.format(
                                                Locale.ROOT,
                                                "%.0f%%",
                                                100 * robustness.topFifthShare()),
                                number(robustness.tailIndex())));
    }

    /** Four significant digits; a dash where unknown. */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            return EMPTY;
        }
        double size = Math.abs(number);
        if (size >= 1_000) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        int digits = size == 0 ? 0 : 3 - (int) Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%." + Math.min(6, Math.max(0, digits)) + "f", number);
    }

    private static String between(Answer answer) {
        Estimate overall = answer.result().overall();
        return "(%s %% interval %s to %s)"
                .formatted(
                        number(100 * answer.result().estimation().level()),
                        number(overall.low()),
                        number(overall.high()));
    }
}
