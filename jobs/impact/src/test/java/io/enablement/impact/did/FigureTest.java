package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FigureTest {

    @Test
    void hasFourDigitsThatCountAndNoPowerOfTen() {
        assertThat(Figure.of(-315_843.2)).isEqualTo("-315800");
        assertThat(Figure.of(0.063427)).isEqualTo("0.06343");
        assertThat(Figure.of(2.5)).isEqualTo("2.5");
        assertThat(Figure.of(0)).isEqualTo("0");
        assertThat(Figure.signed(2.5)).isEqualTo("+2.5");
        assertThat(Figure.signed(-2.5)).isEqualTo("-2.5");
        assertThat(Figure.of(Double.NaN)).isEqualTo("–");
    }
}
