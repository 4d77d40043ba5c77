package io.enablement.domain.attribution;

import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Touches that are linked to one deal, in their order.
 *
 * @param leftOut how many more there were than a journey may have
 */
public record Links(List<LinkedTouch> touches, int leftOut) {

    public static final Links NONE = new Links(List.of(), 0);

    private static final Comparator<LinkedTouch> ORDER =
            Comparator.comparing(LinkedTouch::touch, Touch.ORDER);

    /** Those of the touches that lie in a window. */
    public static Links of(
            Collection<Touch> touches, List<TouchWindow> windows, AttributionRules rules) {
        List<LinkedTouch> linked = new ArrayList<>();
        for (Touch touch : touches) {
            window(touch, windows, rules)
                    .ifPresent(in -> linked.add(new LinkedTouch(touch, in.originDealId())));
        }
        linked.sort(ORDER);
        return capped(linked, 0, rules);
    }

    /** All of them together. To cap a part first leaves out none that the whole would have. */
    static Links together(Collection<Links> parts, AttributionRules rules) {
        List<LinkedTouch> all = new ArrayList<>();
        int leftOut = 0;
        for (Links part : parts) {
            all.addAll(part.touches);
            leftOut += part.leftOut;
        }
        all.sort(ORDER);
        return capped(all, leftOut, rules);
    }

    public boolean isEmpty() {
        return touches.isEmpty();
    }

    /** In few bytes; whoever keeps them knows their link. */
    public byte[] pack() {
        PackedWriter writer = new PackedWriter().number(leftOut);
        for (LinkedTouch linked : touches) {
            writer.text(linked.originDealId());
            linked.touch().pack(writer);
        }
        return writer.toBytes();
    }

    public static Links unpack(LinkKey link, byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        int leftOut = reader.integer();
        List<LinkedTouch> touches = new ArrayList<>();
        while (reader.hasMore()) {
            String origin = reader.text();
            touches.add(new LinkedTouch(Touch.unpack(link, reader), origin));
        }
        return new Links(touches, leftOut);
    }

    /** The first of the windows that contains the touch. */
    private static Optional<TouchWindow> window(
            Touch touch, List<TouchWindow> windows, AttributionRules rules) {
        for (TouchWindow window : windows) {
            if (window.contains(touch, rules)) {
                return Optional.of(window);
            }
        }
        return Optional.empty();
    }

    /** The first half of what a journey may have and the last half, the odd one the first. */
    private static Links capped(List<LinkedTouch> touches, int leftOut, AttributionRules rules) {
        int most = rules.touchesPerDeal();
        int more = touches.size() - most;
        if (more <= 0) {
            return new Links(touches, leftOut);
        }
        int last = most / 2;
        List<LinkedTouch> kept = new ArrayList<>(touches.subList(0, most - last));
        kept.addAll(touches.subList(touches.size() - last, touches.size()));
        return new Links(kept, leftOut + more);
    }
}
