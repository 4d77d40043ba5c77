package io.enablement.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE})
    void givesBackNumbersOfAnySize(long number) {
        PackedReader reader = new PackedReader(new PackedWriter().number(number).toBytes());

        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.hasMore()).isFalse();
    }

    @Test
    void givesBackWhatWasWrittenInItsOrder() {
        byte[] packed =
                new PackedWriter().text("Zürich").number(7).bytes(new byte[] {1, 2}).toBytes();

        PackedReader reader = new PackedReader(packed);

        assertThat(reader.text()).isEqualTo("Zürich");
        assertThat(reader.integer()).isEqualTo(7);
        assertThat(reader.bytes()).containsExactly(1, 2);
    }

    @Test
    void needsOneByteForASmallNumber() {
        assertThat(new PackedWriter().number(-64).toBytes()).hasSize(1);
        assertThat(new PackedWriter().number(63).toBytes()).hasSize(1);
        assertThat(new PackedWriter().number(64).toBytes()).hasSize(2);
    }
}
