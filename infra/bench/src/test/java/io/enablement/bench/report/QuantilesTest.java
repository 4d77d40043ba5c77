package io.enablement.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    private static final Quantiles ONE_TO_200 =
            Quantiles.of(IntStream.rangeClosed(1, 200).mapToObj(each -> 201.0 - each).toList());

    @Test
    void areTheLeastValueThatTheShareDoesNotExceed() {
        assertThat(ONE_TO_200.at(0.5)).isEqualTo(100); // 100 of 200 are at most 100
        assertThat(ONE_TO_200.at(0.99)).isEqualTo(198); // 198 of 200 are at most 198
        assertThat(ONE_TO_200.at(1)).isEqualTo(200);
    }

    @Test
    void areAlwaysValuesThatWereMeasured() {
        Quantiles two = Quantiles.of(List.of(3.0, 1.0));

        assertThat(two.at(0.5)).isEqualTo(1);
        assertThat(two.at(0.51)).isEqualTo(3);
    }

    @Test
    void areUnknownWhereNothingWasMeasured() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(List.of()));
    }

    @Test
    void refuseWhatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_TO_200.at(99));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_TO_200.at(0));
    }
}
