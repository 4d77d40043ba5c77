package io.enablement.streaming.state;

import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The touches of each link by day, so that one that comes costs no more than its day. */
final class TouchDays {

    private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    /** The packed touches of each day, counted from 1970 UTC; removed when the day is too old. */
    private final MapState<Integer, byte[]> days;

    TouchDays(RuntimeContext context) {
        days =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "touches",
                                Types.INT,
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    void add(Touch touch) throws Exception {
        int day = day(touch.occurredMicros());
        byte[] before = days.get(day);
        byte[] added = pack(List.of(touch));
        if (before == null) {
            days.put(day, added);
            return;
        }
        byte[] all = Arrays.copyOf(before, before.length + added.length);
        System.arraycopy(added, 0, all, before.length, added.length);
        days.put(day, all);
    }

    void remove(Touch touch) throws Exception {
        int day = day(touch.occurredMicros());
        byte[] before = days.get(day);
        if (before == null) {
            return; // dropped before
        }
        List<Touch> left = unpack(touch.linkKey(), before);
        left.remove(touch);
        if (left.isEmpty()) {
            days.remove(day);
        } else {
            days.put(day, pack(left));
        }
    }

    /** All touches of the days from one time to another, by day. */
    NavigableMap<Integer, List<Touch>> between(LinkKey link, long fromMicros, long toMicros)
            throws Exception {
        NavigableMap<Integer, List<Touch>> touches = new TreeMap<>();
        for (Map.Entry<Integer, byte[]> kept : days.entries()) {
            if (kept.getKey() >= day(fromMicros) && kept.getKey() <= day(toMicros)) {
                touches.put(kept.getKey(), unpack(link, kept.getValue()));
            }
        }
        return touches;
    }

    /** Forgets the days before a time, and tells whether any are left. */
    boolean drop(long micros) throws Exception {
        Iterator<Map.Entry<Integer, byte[]>> all = days.iterator();
        while (all.hasNext()) {
            if (all.next().getKey() < day(micros)) {
                all.remove();
            }
        }
        return !days.isEmpty();
    }

    static int day(long micros) {
        return Math.toIntExact(Math.floorDiv(micros, MICROS_PER_DAY));
    }

    private static byte[] pack(List<Touch> touches) {
        PackedWriter writer = new PackedWriter();
        touches.forEach(touch -> touch.pack(writer));
        return writer.toBytes();
    }

    private static List<Touch> unpack(LinkKey link, byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        List<Touch> touches = new ArrayList<>();
        while (reader.hasMore()) {
            touches.add(Touch.unpack(link, reader));
        }
        return touches;
    }
}
