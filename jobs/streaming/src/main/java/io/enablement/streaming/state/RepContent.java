package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.rep.ContentUse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The content events of each rep, or of a deal where only its buyers used it, by a hash of their
 * identity: there are too many for one list.
 */
final class RepContent {

    /** The packed event of each identity; removed when it is too old to be touched. */
    private final MapState<Long, byte[]> events;

    /** How many events take an identity back, arrived or not; removed with the last of them. */
    private final MapState<Long, Integer> voids;

    private final EventCodec<ContentEvent> codec;

    /** The uses that an event touches, as they stood before it and as they stand from now on. */
    record Restated(List<ContentEvent> before, List<ContentEvent> after) {}

    RepContent(RuntimeContext context, EventCodec<ContentEvent> codec) {
        this.codec = codec;
        events =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "content-events",
                                Types.LONG,
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        voids =
                context.getMapState(
                        new MapStateDescriptor<>("content-voids", Types.LONG, Types.INT));
    }

    Insertion<ContentEvent> with(ContentEvent event) throws Exception {
        ContentEvent known = event(event.repId(), identity(event));
        return Insertion.of(known == null ? List.of() : List.of(known), event, codec::message);
    }

    /** Keeps an event, in the place of another content of its identity if there was one. */
    Restated keep(Insertion<ContentEvent> insertion) throws Exception {
        ContentEvent event = insertion.events().get(0);
        long identity = identity(event);
        if (insertion.losers().isEmpty() && !event.isVoid()) {
            events.put(identity, codec.pack(event));
            return new Restated(List.of(), voids.contains(identity) ? List.of() : List.of(event));
        }
        return replace(insertion.losers(), event);
    }

    private Restated replace(List<ContentEvent> losers, ContentEvent event) throws Exception {
        Set<Long> touched = new LinkedHashSet<>(List.of(identity(event)));
        Stream.concat(losers.stream(), Stream.of(event))
                .filter(ContentEvent::isVoid)
                .forEach(taker -> touched.add(target(taker)));
        List<ContentEvent> before = standing(event.repId(), touched);
        for (ContentEvent loser : losers) {
            countVoids(loser, -1);
        }
        countVoids(event, 1);
        events.put(identity(event), codec.pack(event));
        return new Restated(before, standing(event.repId(), touched));
    }

    boolean isEmpty() throws Exception {
        return events.isEmpty();
    }

    /** Forgets what was recorded before a time, and tells whether there was any. */
    boolean drop(String repId, long micros) throws Exception {
        boolean any = false;
        Iterator<Map.Entry<Long, byte[]>> all = events.iterator();
        while (all.hasNext()) {
            Map.Entry<Long, byte[]> kept = all.next();
            if (codec.recordedMicros(kept.getValue()) < micros) {
                ContentEvent event = codec.unpack(repId, kept.getValue());
                all.remove();
                forget(event);
                any = true;
            }
        }
        return any;
    }

    /** A void is remembered as long as what it takes back. */
    private void forget(ContentEvent event) throws Exception {
        voids.remove(identity(event));
        if (event.isVoid() && voids.contains(target(event)) && !events.contains(target(event))) {
            countVoids(event, -1);
        }
    }

    /** All uses that stand. */
    List<ContentEvent> all(String repId) throws Exception {
        return standing(repId, events.keys());
    }

    private List<ContentEvent> standing(String repId, Iterable<Long> identities) throws Exception {
        List<ContentEvent> uses = new ArrayList<>();
        for (Long identity : identities) {
            ContentEvent event = event(repId, identity);
            if (event != null && !event.isVoid() && !voids.contains(identity)) {
                uses.add(event);
            }
        }
        return uses;
    }

    private ContentEvent event(String repId, long identity) throws Exception {
        byte[] packed = events.get(identity);
        return packed == null ? null : codec.unpack(repId, packed);
    }

    private void countVoids(ContentEvent event, int more) throws Exception {
        if (!event.isVoid()) {
            return;
        }
        Integer known = voids.get(target(event));
        int count = (known == null ? 0 : known) + more;
        if (count == 0) {
            voids.remove(target(event));
        } else {
            voids.put(target(event), count);
        }
    }

    private static long identity(ContentEvent event) {
        return ContentUse.hash(event.envelope().source(), event.envelope().id());
    }

    private static long target(ContentEvent event) {
        return ContentUse.hash(event.target().source(), event.target().id());
    }
}
