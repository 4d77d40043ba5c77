package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.impact.did.Evidence.Facts;
import io.enablement.impact.did.Verdict.Code;
import io.enablement.impact.did.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    private static final Estimate CLEAR = Estimate.of(5, 1, .95);
    private static final Estimate NONE = Estimate.of(.1, 1, .95);
    private static final PreTrend LEVEL = new PreTrend("cells", 3, 3, .39, "");
    private static final PreTrend DRIFT = new PreTrend("cells", 30, 3, 1e-6, "");

    @Test
    void anIntervalWithoutZeroIsAnEffect() {
        assertThat(verdict(CLEAR, Double.NaN).kind()).isEqualTo(Kind.EFFECT);
    }

    @Test
    void anIntervalWithinTheSmallestEffectWorthFindingIsNone() {
        assertThat(verdict(NONE, 2.5).kind()).isEqualTo(Kind.NO_EFFECT_WITHIN_MDE);
    }

    @Test
    void anIntervalBeyondItIsTooWide() {
        assertThat(codes(verdict(NONE, 2))).containsExactly(Code.TOO_WIDE);
        assertThat(codes(verdict(NONE, Double.NaN))).containsExactly(Code.TOO_WIDE);
    }

    @Test
    void everythingThatSpeaksAgainstItIsNamed() {
        Evidence evidence =
                new Evidence(
                        CLEAR,
                        1,
                        DRIFT,
                        9,
                        8,
                        List.of(CLEAR, NONE),
                        new Facts(.0009, .21, true, true));

        assertThat(codes(Verdict.of(evidence)))
                .containsExactly(
                        Code.PRE_TREND,
                        Code.TOO_FEW_TREATED,
                        Code.TOO_FEW_CONTROLS,
                        Code.TOP_UNITS,
                        Code.SAMPLE_RATIO,
                        Code.OVERLAP,
                        Code.BASELINE_EDITED,
                        Code.IMMATURE);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        Evidence evidence =
                new Evidence(
                        CLEAR,
                        1,
                        new PreTrend("cells", 1, 1, .05, ""),
                        10,
                        10,
                        List.of(CLEAR, CLEAR),
                        new Facts(.001, .2, false, false));

        assertThat(Verdict.of(evidence).kind()).isEqualTo(Kind.EFFECT);
    }

    @Test
    void aChangedSignWithoutTheTopUnitsIsNamed() {
        Evidence evidence =
                new Evidence(CLEAR, 1, LEVEL, 50, 50, List.of(Estimate.of(-5, 1, .95)), Facts.NONE);

        assertThat(codes(Verdict.of(evidence))).containsExactly(Code.TOP_UNITS);
    }

    @Test
    void nothingIsProvableWithoutAnInterval() {
        assertThat(codes(verdict(Estimate.UNKNOWN, 1))).containsExactly(Code.NO_INTERVAL);
    }

    @Test
    void aMissingTestOfTheTimeBeforeIsACaveat() {
        Evidence evidence =
                new Evidence(
                        CLEAR, 1, PreTrend.untested("one period"), 50, 50, List.of(), Facts.NONE);

        assertThat(Verdict.of(evidence).kind()).isEqualTo(Kind.EFFECT);
        assertThat(Verdict.of(evidence).caveats()).hasSize(1);
    }

    private static Verdict verdict(Estimate outcome, double mde) {
        return Verdict.of(
                new Evidence(outcome, mde, LEVEL, 50, 50, List.of(outcome, outcome), Facts.NONE));
    }

    private static List<Code> codes(Verdict verdict) {
        return verdict.reasons().stream().map(Verdict.Reason::code).toList();
    }
}
