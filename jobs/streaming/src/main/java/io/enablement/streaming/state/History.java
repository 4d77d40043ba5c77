package io.enablement.streaming.state;

import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/** The events of one aggregate in their order, packed one behind the other. */
final class History<E extends Event> {

    private final ValueState<byte[]> packed;
    private final EventCodec<E> codec;

    /** What was kept for the key that was read last. */
    private byte[] kept;

    History(String name, RuntimeContext context, EventCodec<E> codec) {
        this.codec = codec;
        packed =
                context.getState(
                        new ValueStateDescriptor<>(
                                name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    List<E> events(String aggregate) throws Exception {
        kept = packed.value();
        List<E> events = new ArrayList<>();
        if (kept == null) {
            return events;
        }
        PackedReader reader = new PackedReader(kept);
        while (reader.hasMore()) {
            events.add(codec.unpack(aggregate, reader.bytes()));
        }
        return events;
    }

    /**
     * Keeps events in the place of those that were kept and have just been read; those behind all
     * others are only added.
     */
    void keep(List<E> before, List<E> after) throws Exception {
        int size = before.size();
        boolean grows = after.size() >= size && after.subList(0, size).equals(before);
        PackedWriter writer = new PackedWriter();
        for (E event : grows ? after.subList(size, after.size()) : after) {
            writer.bytes(codec.pack(event));
        }
        byte[] former = grows && size > 0 ? kept : new byte[0];
        byte[] added = writer.toBytes();
        kept = Arrays.copyOf(former, former.length + added.length);
        System.arraycopy(added, 0, kept, former.length, added.length);
        packed.update(kept);
    }

    void clear() {
        packed.clear();
    }
}
