package io.enablement.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CreditedMoneyTest {

    @Test
    void dividesToTheCent() {
        assertThat(CreditedMoney.shares(101, new double[] {.4, .2, .4}))
                .containsExactly(41, 20, 40);
    }

    @Test
    void givesTheOddCentToTheEarlierOfEqualTouches() {
        assertThat(CreditedMoney.shares(100, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}))
                .containsExactly(34, 33, 33);
        assertThat(CreditedMoney.shares(1, new double[] {.5, .5})).containsExactly(1, 0);
    }

    @Test
    void weightsThatDifferInTheirLastBitsAreEqual() {
        assertThat(CreditedMoney.shares(1, new double[] {.5, Math.nextUp(.5)}))
                .containsExactly(1, 0);
    }

    @Test
    void dividesTheGreatestAmounts() {
        assertThat(CreditedMoney.shares(Long.MAX_VALUE, new double[] {.5, .5}))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void thereIsNothingToDivideWithoutAmountOrTouches() {
        assertThat(CreditedMoney.shares(0, new double[] {.5, .5})).containsExactly(0, 0);
        assertThat(CreditedMoney.shares(100, new double[0])).isEmpty();
    }
}
