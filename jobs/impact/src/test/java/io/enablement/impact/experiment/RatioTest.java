package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RatioTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void isTheRatioOfSumsAndNotTheMeanOfRatios() {
        // closed 10, 20, 30; won 1, 8, 9: 18 ÷ 60, where the mean of .1, .4 and .3 is .267
        Arm arm =
                PairedSample.of(new double[] {10, 20, 30}, new double[] {1, 8, 9})
                        .ratio()
                        .orElseThrow();

        assertThat(arm.value()).isCloseTo(.3, EXACT);
        // residuals won − .3 closed are −2, 2, 0: 8 ÷ 2 ÷ 20² = .01
        assertThat(arm.unitVariance()).isCloseTo(.01, EXACT);
        assertThat(arm.units()).isEqualTo(3);
    }

    @Test
    void ofEqualDenominatorsIsTheMeanOfTheRates() {
        Arm ratio =
                PairedSample.of(new double[] {4, 4, 4}, new double[] {1, 2, 3})
                        .ratio()
                        .orElseThrow();
        Arm mean = Sample.of(.25, .5, .75).arm().orElseThrow();

        assertThat(ratio.value()).isCloseTo(mean.value(), EXACT);
        assertThat(ratio.unitVariance()).isCloseTo(mean.unitVariance(), EXACT);
    }

    @Test
    void isEmptyWithoutADenominatorOrASecondUnit() {
        assertThat(PairedSample.NONE.ratio()).isEmpty();
        assertThat(PairedSample.NONE.plus(10, 3).ratio()).isEmpty();
        assertThat(PairedSample.of(new double[2], new double[2]).ratio()).isEmpty();
    }

    @Test
    void samplesAddUpInAnyOrder() {
        PairedSample left = PairedSample.of(new double[] {1, 5}, new double[] {2, 3});
        PairedSample right = PairedSample.of(new double[] {4}, new double[] {9});

        assertThat(left.plus(right).deviationsXy())
                .isCloseTo(right.plus(left).deviationsXy(), EXACT);
        assertThat(left.plus(PairedSample.NONE)).isEqualTo(left);
        assertThat(PairedSample.NONE.plus(PairedSample.NONE)).isEqualTo(PairedSample.NONE);
    }

    @Test
    void refusesUnitsWithOneValueOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedSample.of(new double[2], new double[3]))
                .withMessage("there are 2 values of x and 3 of y");
    }
}
