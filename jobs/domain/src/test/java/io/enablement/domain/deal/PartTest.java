package io.enablement.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PartTest {

    @Test
    void hasItsPlaceAmongTheSums() {
        for (Part part : Part.SUMS) {
            assertThat(Part.SUMS.get(part.place())).isEqualTo(part);
        }
    }

    @Test
    void isNamedLikeItsColumn() {
        assertThat(Part.WON_CYCLE_MICROS.column()).isEqualTo("won_cycle_micros");
    }
}
