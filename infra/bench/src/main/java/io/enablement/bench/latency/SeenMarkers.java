package io.enablement.bench.latency;

import io.enablement.bench.contest.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks ClickHouse all the time what is published, as a reader would, and remembers when it was
 * first told of each marker.
 */
final class SeenMarkers implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Database database;
    private final int generation;
    private final Map<Long, Long> seenNanos = new HashMap<>();
    private final Thread thread = new Thread(this::ask, "reader of markers");
    private volatile boolean ended;
    private volatile RuntimeException failure;

    private SeenMarkers(Database database, int generation) {
        this.database = database;
        this.generation = generation;
    }

    static SeenMarkers start(Database database, int generation) {
        SeenMarkers seen = new SeenMarkers(database, generation);
        seen.thread.start();
        return seen;
    }

    /** When each marker was seen first, by {@link System#nanoTime()}. */
    synchronized Map<Long, Long> nanosByMarker() {
        if (failure != null) {
            throw failure;
        }
        return Map.copyOf(seenNanos);
    }

    synchronized boolean has(long marker) {
        return seenNanos.containsKey(marker);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            long last = 0;
            while (!ended) {
                long published = Publications.newest(database, generation);
                if (published > last) {
                    remember(last, published);
                    last = published;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void remember(long after, long until) {
        for (String deal :
                database.ask(
                        """
                        SELECT deal_id FROM deal
                        WHERE generation = %d AND startsWith(deal_id, '%s')
                            AND version > %d AND version <= %d
                        """
                                .formatted(generation, Marker.PREFIX, after, until))) {
            seenNanos.putIfAbsent(Marker.number(deal), System.nanoTime());
        }
    }
}
