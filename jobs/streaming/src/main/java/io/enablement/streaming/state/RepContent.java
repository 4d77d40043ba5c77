package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.rep.ContentUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/** The content events of each rep, by a hash of their identity: there are too many for one list. */
final class RepContent {

    /** The event of each identity; never cleared. */
    private final MapState<Long, ContentEvent> events;

    /** How many events take an identity back, arrived or not; never cleared. */
    private final MapState<Long, Integer> voids;

    private final EventBytes<ContentEvent> bytes;

    /** The uses that an event touches, as they stood before it and as they stand from now on. */
    record Restated(List<ContentEvent> before, List<ContentEvent> after) {}

    RepContent(RuntimeContext context, EventBytes<ContentEvent> bytes) {
        this.bytes = bytes;
        events =
                context.getMapState(
                        new MapStateDescriptor<>("content-events", Long.class, ContentEvent.class));
        voids =
                context.getMapState(
                        new MapStateDescriptor<>("content-voids", Long.class, Integer.class));
    }

    Insertion<ContentEvent> with(ContentEvent event) throws Exception {
        ContentEvent known = events.get(identity(event));
        return Insertion.of(known == null ? List.of() : List.of(known), event, bytes);
    }

    /** Keeps an event, in the place of another content of its identity if there was one. */
    Restated keep(ContentEvent event) throws Exception {
        ContentEvent former = events.get(identity(event));
        Set<Long> touched = new LinkedHashSet<>(List.of(identity(event)));
        if (former != null && former.isVoid()) {
            touched.add(target(former));
        }
        if (event.isVoid()) {
            touched.add(target(event));
        }
        List<ContentEvent> before = standing(touched);
        if (former != null && former.isVoid()) {
            countVoids(target(former), -1);
        }
        if (event.isVoid()) {
            countVoids(target(event), 1);
        }
        events.put(identity(event), event);
        return new Restated(before, standing(touched));
    }

    /** All uses that stand. */
    List<ContentEvent> all() throws Exception {
        return standing(events.keys());
    }

    private List<ContentEvent> standing(Iterable<Long> identities) throws Exception {
        List<ContentEvent> uses = new ArrayList<>();
        for (Long identity : identities) {
            ContentEvent event = events.get(identity);
            if (event != null && !event.isVoid() && !voids.contains(identity)) {
                uses.add(event);
            }
        }
        return uses;
    }

    private void countVoids(long target, int more) throws Exception {
        Integer known = voids.get(target);
        int count = (known == null ? 0 : known) + more;
        if (count == 0) {
            voids.remove(target);
        } else {
            voids.put(target, count);
        }
    }

    private static long identity(ContentEvent event) {
        return ContentUse.hash(event.envelope().source(), event.envelope().id());
    }

    private static long target(ContentEvent event) {
        return ContentUse.hash(event.target().source(), event.target().id());
    }
}
