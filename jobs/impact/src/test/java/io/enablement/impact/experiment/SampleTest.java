package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SampleTest {

    @Test
    void knowsMeanAndVarianceOfItsValues() {
        Sample sample = Sample.of(2, 4, 9);

        assertThat(sample.mean()).isCloseTo(5, within(1e-15));
        // (9 + 1 + 16) ÷ 2
        assertThat(sample.variance().orElseThrow()).isCloseTo(13, within(1e-12));
    }

    @Test
    void sumsSayTheSameAsValues() {
        Sample ofSums = Sample.ofSums(3, 2 + 4 + 9, 4 + 16 + 81);

        assertThat(ofSums).isEqualTo(new Sample(3, 5, 26));
    }

    @Test
    void trialsAreOnesAndZeros() {
        assertThat(Sample.ofTrials(1, 4)).isEqualTo(new Sample(4, .25, .75));
        assertThat(Sample.of(1, 0, 0, 0).squaredDeviations()).isCloseTo(.75, within(1e-15));
        assertThat(Sample.ofTrials(0, 0)).isEqualTo(Sample.NONE);
    }

    @Property
    void addsUpInAnyOrder(
            @ForAll @Size(max = 20) List<@IntRange(min = -1_000, max = 1_000) Integer> values,
            @ForAll @Size(max = 20) List<@IntRange(min = -1_000, max = 1_000) Integer> others) {
        Sample oneWay = sample(values).plus(sample(others));
        Sample otherWay = sample(others).plus(sample(values));

        assertThat(oneWay.units()).isEqualTo(otherWay.units());
        assertThat(oneWay.mean()).isCloseTo(otherWay.mean(), within(1e-9));
        assertThat(oneWay.squaredDeviations())
                .isCloseTo(otherWay.squaredDeviations(), within(1e-6));
    }

    @Test
    void keepsASmallSpreadAroundAGreatMean() {
        Sample sample = Sample.of(1e12 + 1, 1e12 + 2, 1e12 + 3);

        assertThat(sample.variance().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @Test
    void hasNoSpreadWithFewerThanTwoUnits() {
        assertThat(Sample.NONE.variance()).isEmpty();
        assertThat(Sample.of(3).arm()).isEmpty();
        assertThat(Arm.ofTrials(1, 1)).isEmpty();
    }

    @Test
    void refusesSumsThatNoValuesHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.ofSums(2, 10, 49))
                .withMessage("the sum of squares 49.0 is below sum² ÷ n = 50.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofSums(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofTrials(3, 2));
    }

    private static Sample sample(List<Integer> values) {
        return Sample.of(values.stream().mapToDouble(Integer::doubleValue).toArray());
    }
}
