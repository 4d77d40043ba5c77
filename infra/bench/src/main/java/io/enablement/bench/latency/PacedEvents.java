package io.enablement.bench.latency;

import io.enablement.bench.events.EventSender;
import io.enablement.bench.events.SalesEvents;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events at an even pace from a thread of its own until it is closed, and now and then a
 * marker: a deal of its own that is created and never touched again.
 */
public final class PacedEvents implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SEED = 11;

    private final EventSender sender;
    private final SalesEvents events;
    private final Pace pace;
    private final Pace paceOfMarkers;
    private final long startNanos;
    private final Thread thread = new Thread(this::send, "paced events");
    private volatile boolean ended;
    private volatile RuntimeException failure;

    private PacedEvents(
            String bootstrapServers, String set, SalesEvents events, Pace pace, Pace markers) {
        this.sender = new EventSender(bootstrapServers, set);
        this.events = events;
        this.pace = pace;
        this.paceOfMarkers = markers;
        this.startNanos = System.nanoTime();
    }

    /**
     * @param set whose topics are there
     * @param atMost so many events, up to a whole unit; after them come markers alone
     */
    public static PacedEvents start(
            String bootstrapServers, String set, long atMost, Pace pace, Pace markers) {
        PacedEvents paced =
                new PacedEvents(
                        bootstrapServers,
                        set,
                        SalesEvents.of(SEED, atMost + SalesEvents.UNIT),
                        pace,
                        markers);
        paced.thread.start();
        return paced;
    }

    /** By {@link System#nanoTime()}. */
    public long dueNanos(long marker) {
        return startNanos + paceOfMarkers.dueNanos(marker);
    }

    /** How many markers are due by a time. */
    public long markersBy(long nanoTime) {
        return paceOfMarkers.dueBy(nanoTime - startNanos);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
        if (failure != null) {
            throw failure;
        }
    }

    private void send() {
        try {
            long sent = 0;
            long marked = 0;
            while (!ended) {
                long now = System.nanoTime() - startNanos;
                long due = Math.min(pace.dueBy(now), events.size());
                for (; sent < due; sent++) {
                    sender.send(events.event(sent));
                    for (; marked < markersBy(System.nanoTime()); marked++) {
                        sender.send(Marker.of(marked));
                    }
                }
                for (; marked < paceOfMarkers.dueBy(now); marked++) {
                    sender.send(Marker.of(marked));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
