package io.enablement.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Reading and naming texts. */
final class Texts {

    private static final int QUOTED_LIMIT = 100;

    private Texts() {}

    /** The text of the bytes; a byte that the encoding does not know is never guessed. */
    static String decode(byte[] bytes, Charset charset) throws RowRejected {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RowRejected(
                    RejectionReason.BAD_ENCODING, "The line is not " + charset.name() + " text.");
        }
    }

    /** A value as it is shown in a sentence. */
    static String quoted(String value) {
        String shown =
                value.length() <= QUOTED_LIMIT ? value : value.substring(0, QUOTED_LIMIT) + "…";
        return "\"" + shown + "\"";
    }

    /** " Did you mean X?" where a known name is close, else nothing. */
    static String didYouMean(String name, Collection<String> known) {
        return known.stream()
                .filter(each -> strangeness(name, each) <= 1 + name.length() / 4)
                .min(Comparator.comparingInt(each -> strangeness(name, each)))
                .map(each -> " Did you mean " + each + "?")
                .orElse("");
    }

    /** How far a name is from a known one; a name that only lacks its last word is near. */
    private static int strangeness(String name, String known) {
        String lower = name.toLowerCase(Locale.ROOT);
        String knownLower = known.toLowerCase(Locale.ROOT);
        return knownLower.startsWith(lower + "_") ? 1 : distance(lower, knownLower);
    }

    /** Levenshtein's: insertions, deletions and substitutions between two words. */
    private static int distance(String from, String to) {
        if (from.length() > QUOTED_LIMIT) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
