package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Messages on their way into the topics, a few each moment; it knows which have arrived there. */
final class EventFlow implements AutoCloseable {

    private static final int MESSAGES_PER_TICK = 100;
    private static final long TICK_MILLIS = 50;

    private final TestTopics topics;
    private final IntFunction<RawMessage> messages;

    /** Has a lock of its own: the producer stores what it has sent while it sends more. */
    private final List<RawMessage> stored = Collections.synchronizedList(new ArrayList<>());

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> running;
    private int sent;
    private int end;

    /** Nothing flows yet. */
    EventFlow(TestTopics topics, IntFunction<RawMessage> messages) {
        this.topics = topics;
        this.messages = messages;
        running = ticks.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** So many more flow from now on. */
    synchronized void open(int more) {
        end += more;
    }

    void awaitSent(int number) {
        Patience.until("sent " + number + " messages", () -> flows() && sent() >= number);
    }

    /** Waits until everything that flows has its place in the topics. */
    void awaitStored() {
        Patience.until("stored every message", () -> flows() && isStored());
    }

    synchronized int sent() {
        return sent;
    }

    List<RawMessage> stored() {
        synchronized (stored) {
            return List.copyOf(stored);
        }
    }

    @Override
    public void close() {
        ticks.shutdown();
        topics.close();
    }

    /** A tick that has failed was the last one. */
    private boolean flows() {
        if (!running.isDone()) {
            return true;
        }
        try {
            running.get();
            throw new AssertionError("The flow has been closed");
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("Nothing flows", e);
        }
    }

    private synchronized void tick() {
        int next = Math.min(end, sent + MESSAGES_PER_TICK);
        while (sent < next) {
            topics.sendNow(messages.apply(sent), stored::add);
            sent++;
        }
    }

    private synchronized boolean isStored() {
        return stored.size() == end;
    }
}
