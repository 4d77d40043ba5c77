package io.enablement.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressedBlocksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, (1 << 20) - 1, 1 << 20, 3_000_001})
    void readsWhatItWrote(int length) {
        byte[] bytes = "abcdefgh ".repeat(length / 9 + 1).substring(0, length).getBytes(UTF_8);

        assertThat(CompressedBlocks.read(CompressedBlocks.write(bytes))).isEqualTo(bytes);
    }

    @Test
    void refusesABlockThatDiffersFromItsChecksum() {
        byte[] blocks = CompressedBlocks.write("some rows".getBytes(UTF_8));
        blocks[blocks.length - 1]++;

        assertThatThrownBy(() -> CompressedBlocks.read(blocks)).hasMessageContaining("checksum");
    }

    @Test
    void refusesACutBlock() {
        byte[] blocks = CompressedBlocks.write("some rows".getBytes(UTF_8));

        assertThatThrownBy(() -> CompressedBlocks.read(java.util.Arrays.copyOf(blocks, 20)))
                .hasMessageContaining("header");
    }
}
