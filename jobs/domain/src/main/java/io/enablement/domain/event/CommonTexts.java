package io.enablement.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of which there are few, like stages, currencies and owners: one that was read not long ago
 * is given again, without another object. Any thread may read; at worst a text is made once more.
 */
public final class CommonTexts {

    private static final int SLOTS = 4096;

    private static final Known[] KNOWN = new Known[SLOTS];

    private CommonTexts() {}

    /** The text of the bytes from one to before another, in UTF-8. */
    public static String of(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int place = from; place < to; place++) {
            hash = 31 * hash + bytes[place];
        }
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        Known known = KNOWN[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
            return known.text;
        }
        byte[] own = Arrays.copyOfRange(bytes, from, to);
        String text = new String(own, StandardCharsets.UTF_8);
        KNOWN[slot] = new Known(own, text);
        return text;
    }

    private record Known(byte[] bytes, String text) {}
}
