package io.enablement.streaming.state;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Moment;
import io.enablement.domain.rep.ContentUse;
import io.enablement.domain.rep.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/** The content uses of each rep and what was taken back of them, by hashes of their identity. */
final class RepContent {

    /** When each use happened; never cleared. */
    private final MapState<Long, Moment> uses;

    /** What was taken back, arrived or not; never cleared. */
    private final MapState<Long, Boolean> voids;

    RepContent(RuntimeContext context) {
        uses =
                context.getMapState(
                        new MapStateDescriptor<>("content-uses", Long.class, Moment.class));
        voids =
                context.getMapState(
                        new MapStateDescriptor<>("content-voids", Long.class, Boolean.class));
    }

    /** The event was there before. */
    boolean knows(ContentEvent event) throws Exception {
        return event.isVoid() ? voids.contains(target(event)) : uses.contains(identity(event));
    }

    /** Remembers an event; gives the use that counts from now on, or not any more. */
    Subject remember(ContentEvent event) throws Exception {
        if (event.isVoid()) {
            voids.put(target(event), true);
            Moment use = uses.get(target(event));
            return ContentUse.subject(use == null ? List.of() : List.of(use));
        }
        uses.put(identity(event), event.occurred());
        return ContentUse.subject(
                voids.contains(identity(event)) ? List.of() : List.of(event.occurred()));
    }

    /** All uses that count. */
    Subject all() throws Exception {
        List<Moment> standing = new ArrayList<>();
        for (Map.Entry<Long, Moment> use : uses.entries()) {
            if (!voids.contains(use.getKey())) {
                standing.add(use.getValue());
            }
        }
        return ContentUse.subject(standing);
    }

    private static long identity(ContentEvent event) {
        return ContentUse.hash(event.envelope().source(), event.envelope().id());
    }

    private static long target(ContentEvent event) {
        return ContentUse.hash(event.target().source(), event.target().id());
    }
}
