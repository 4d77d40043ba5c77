package io.enablement.domain.attribution;

import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The time {@code [from, to)} in which touches are linked to a deal, but none that is older at the
 * deal's creation than the look-back of its type.
 *
 * @param originDealId the deal that links them: the deal itself, or one that was merged into it
 */
public record TouchWindow(String originDealId, long fromMicros, long toMicros, long createdMicros) {

    boolean contains(Touch touch, AttributionRules rules) {
        long occurred = touch.occurredMicros();
        return occurred >= fromMicros
                && occurred < toMicros
                && occurred >= createdMicros - rules.lookbackMicros(touch.type());
    }

    /** No touch of any type counts before. */
    public long firstMicros(AttributionRules rules) {
        return Math.max(fromMicros, createdMicros - rules.longestLookbackMicros());
    }

    /** Whether any time of a stretch, its end included, lies in the window. */
    public boolean meets(long firstMicros, long lastMicros) {
        return lastMicros >= fromMicros && firstMicros < toMicros;
    }

    boolean isEmpty(AttributionRules rules) {
        return firstMicros(rules) >= toMicros;
    }

    public static byte[] pack(List<TouchWindow> windows) {
        PackedWriter writer = new PackedWriter();
        for (TouchWindow window : windows) {
            writer.text(window.originDealId)
                    .number(window.fromMicros)
                    .number(window.toMicros)
                    .number(window.createdMicros);
        }
        return writer.toBytes();
    }

    public static List<TouchWindow> unpack(byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        List<TouchWindow> windows = new ArrayList<>();
        while (reader.hasMore()) {
            windows.add(
                    new TouchWindow(
                            reader.text(), reader.number(), reader.number(), reader.number()));
        }
        return windows;
    }
}
