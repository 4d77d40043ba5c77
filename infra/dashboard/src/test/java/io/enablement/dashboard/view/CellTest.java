package io.enablement.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

final class CellTest {

    @Test
    void aSparkLineGoesFromTheLowestToTheHighestValue() {
        Cell spark = Cell.spark("from 1 to 3", List.of(1.0, 2.0, 3.0));

        assertThat(spark.lines()).containsExactly("2.0,21.0 50.0,12.0 98.0,3.0");
    }

    @Test
    void whatIsNotKnownLeavesAGap() {
        Cell spark = Cell.spark("", Arrays.asList(1.0, null, 3.0));

        assertThat(spark.lines()).containsExactly("2.0,21.0", "98.0,3.0");
    }

    @Test
    void dotsAreFilledUpToTheLevel() {
        assertThat(Cell.dots("3 of 5", 3, 5).filled())
                .containsExactly(true, true, true, false, false);
    }
}
