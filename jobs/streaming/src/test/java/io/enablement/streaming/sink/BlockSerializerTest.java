package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BlockSerializerTest {
    private static final Block BLOCK =
            new Block("deal", 1, 7, "token", 2, new byte[] {3, 4}, "file");

    private final BlockSerializer serializer = new BlockSerializer();

    @Test
    void aBlockComesBackTheSame() throws IOException {
        Block back = serializer.deserialize(serializer.getVersion(), serializer.serialize(BLOCK));

        assertThat(back).isEqualTo(BLOCK);
    }

    /** These bytes stand in checkpoints: a change of the format needs a new version. */
    @Test
    void theBytesOfVersionOneStayAsTheyAre() throws IOException {
        assertThat(HexFormat.of().formatHex(serializer.serialize(BLOCK)))
                .isEqualTo(
                        "00046465616c" // deal
                                + "0000000000000001"
                                + "0000000000000007"
                                + "0005746f6b656e" // token
                                + "00000002"
                                + "000000020304"
                                + "000466696c65"); // file
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatIOException().isThrownBy(() -> serializer.deserialize(2, new byte[0]));
    }
}
