package io.enablement.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonTextsTest {

    @Test
    void areTheirBytesHoweverManyThereAre() {
        for (int number = 0; number < 10_000; number++) {
            String text = "stage – " + number;

            assertThat(read(text)).isEqualTo(text);
        }
    }

    @Test
    void areOneObjectWhenReadAgain() {
        assertThat(read("negotiation")).isSameAs(read("negotiation"));
    }

    private static String read(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
        return CommonTexts.of(bytes, 1, bytes.length - 1);
    }
}
