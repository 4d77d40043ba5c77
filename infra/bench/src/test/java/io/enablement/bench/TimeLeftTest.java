package io.enablement.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

    @Test
    void isWhatTheTurnsThatAreLeftTookLast() {
        TimeLeft left = new TimeLeft();
        left.expect(Lane.CEILING, 5);
        left.expect(Lane.LEDGERS, 30);
        left.expect(Lane.DUCKDB, 10);

        assertThat(left.seconds(Lane.LEDGERS, 2)).isEqualTo(3 * 30 + 3 * 10 + 2 * 5);
        assertThat(left.words(Lane.LEDGERS, 2)).isEqualTo("about 2:10 min");
    }

    @Test
    void isTheTurnUnderWayInTheEnd() {
        TimeLeft left = new TimeLeft();
        left.expect(Lane.CEILING, 5);
        left.expect(Lane.DUCKDB, 9.6);

        assertThat(left.words(Lane.DUCKDB, 0)).isEqualTo("about 0:10 min");
    }
}
