package io.enablement.dashboard.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that are kept until another edition of the numbers is published. The nested views of the
 * scorecards cost half a second each, and are asked for by everybody: so an answer that is a little
 * out of date is given at once, with the checkpoint that it belongs to, while the new one is
 * fetched behind it, and what was asked lately is renewed before anybody asks again. How old it may
 * be is a minute, or longer where it takes long to fetch. An answer that is older, or of another
 * generation, is never given.
 */
public final class Answers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** How often somebody looks whether something new is published. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** For how long after a question its answer is renewed with every edition, and may be given. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** How many times as old as the time that it takes to ask for it an answer may be. */
    private static final int TIMES_WORTH = 20;

    /** All rows that are kept, of all answers. */
    private static final long MOST_ROWS = 600_000;

    /** Questions of pages that are asked at the same time, besides those that are waited for. */
    private static final int AHEAD = 4;

    /** For how long it is told that a question failed, where nobody waited for it any more. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private final Database database;
    private final List<Key> first;
    private final Function<Rows, List<Key>> ofProgrammes;
    private boolean isStarted;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, Instant> asked = new HashMap<>();
    private final Set<Key> underWay = ConcurrentHashMap.newKeySet();
    private final Map<Key, Fetch> fetching = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Answers::thread);
    private final ExecutorService fetcher = Executors.newSingleThreadExecutor(Answers::thread);
    private final ExecutorService ahead = Executors.newFixedThreadPool(AHEAD, Answers::thread);
    private final ExecutorService waitedFor = Executors.newCachedThreadPool(Answers::thread);
    private volatile Publication publication = Publication.NONE;
    private volatile DatabaseException failure;

    /** A question with its parameters. */
    public record Key(Question question, Map<String, String> parameters) {}

    /** Rows, what had been published when they were asked for, and how long they took. */
    public record Kept(Publication publication, Rows rows, Duration took) {

        /** For a minute, and longer where it takes long: nobody waits for it again and again. */
        boolean mayStandFor(Publication shown) {
            Duration worth = Collections.min(List.of(took.multipliedBy(TIMES_WORTH), LATELY));
            return publication.isNearly(shown, Collections.max(List.of(worth, Publication.FRESH)));
        }
    }

    /**
     * Those that are fetched first are what the pages ask for before anybody has chosen anything.
     */
    public Answers(Database database, List<Key> first, Function<Rows, List<Key>> ofProgrammes) {
        this.database = database;
        this.first = List.copyOf(first);
        this.ofProgrammes = ofProgrammes;
    }

    /** Looks for publications from now on, and fetches what the pages ask for first. */
    public synchronized void start() {
        if (isStarted) {
            return;
        }
        isStarted = true;
        look();
        first.forEach(this::fetchAsIfAsked);
        fetcher.execute(this::fetchProgrammes);
        clock.scheduleWithFixedDelay(
                this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was published last; the same for everything on a page. Nobody looks before. */
    public Publication publication() {
        start();
        DatabaseException problem = failure;
        if (problem != null && !publication.isThere()) {
            throw problem;
        }
        return publication;
    }

    /** Why nobody knows at present what is published; "" where somebody does. */
    public String failure() {
        DatabaseException problem = failure;
        return problem == null ? "" : problem.getMessage();
    }

    /** Waits for it as long as it takes. */
    public Kept answer(Publication shown, Question question, Map<String, String> parameters) {
        Key key = new Key(question, Map.copyOf(parameters));
        return present(key, shown).orElseGet(() -> fetch(key, shown));
    }

    /**
     * Waits for it until then, by System.nanoTime(); empty where it has not come yet. It goes on
     * coming, for whoever asks again.
     */
    public Optional<Kept> answerBy(
            long deadline, Publication shown, Question question, Map<String, String> parameters) {
        Key key = new Key(question, Map.copyOf(parameters));
        Optional<Kept> present = present(key, shown);
        if (present.isPresent()) {
            return present;
        }
        Fetch fetch = begun(key, shown);
        long left = deadline - System.nanoTime();
        if (left > 0) {
            waitedFor.execute(fetch);
        } else {
            fetch.queue();
        }
        return fetch.resultWithin(left);
    }

    /**
     * Begins to fetch what a page is going to ask, where it is not kept: so its questions are
     * answered side by side. What goes wrong is said to whoever then asks.
     */
    public void expect(Publication shown, Question question, Map<String, String> parameters) {
        Key key = new Key(question, Map.copyOf(parameters));
        Kept present = kept(key);
        if (present == null || !present.mayStandFor(shown)) {
            begun(key, shown).queue();
        }
    }

    /** Whether all that was asked for behind has come. */
    public boolean isAtRest() {
        return underWay.isEmpty();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        fetcher.shutdownNow();
        ahead.shutdownNow();
        waitedFor.shutdownNow();
    }

    void look() {
        try {
            Publication before = publication;
            Publication now =
                    Publication.of(database.ask(Question.PUBLICATION, Map.of()).all().get(0));
            publication = now;
            failure = null;
            if (!now.isOf(before)) {
                askedLately(now).forEach(this::fetchBehind);
            }
        } catch (DatabaseException e) {
            failure = e;
        }
    }

    private void fetchProgrammes() {
        Kept programmes = kept(new Key(Question.PROGRAMMES, Map.of()));
        if (programmes != null) {
            ofProgrammes.apply(programmes.rows()).forEach(this::fetchAsIfAsked);
        }
    }

    private void fetchAsIfAsked(Key key) {
        asked(key, publication);
        fetchBehind(key);
    }

    private void fetchBehind(Key key) {
        if (underWay.add(key)) {
            fetcher.execute(
                    () -> {
                        try {
                            fetch(key, publication);
                        } catch (DatabaseException e) {
                            LOG.warn("{} is not renewed: {}", key.question(), e.getMessage());
                        } finally {
                            underWay.remove(key);
                        }
                    });
        }
    }

    /** What may be shown at once; a newer one is fetched behind it. */
    private Optional<Kept> present(Key key, Publication shown) {
        Kept present = asked(key, shown);
        if (present == null || !present.mayStandFor(shown)) {
            return Optional.empty();
        }
        if (!present.publication().isOf(shown)) {
            fetchBehind(key);
        }
        return Optional.of(present);
    }

    /** Who asks for what is being fetched waits for it. */
    private Kept fetch(Key key, Publication wanted) {
        Fetch fetch = begun(key, wanted);
        fetch.run();
        return fetch.result();
    }

    /** One under way for another generation is of no use. */
    private Fetch begun(Key key, Publication wanted) {
        return fetching.compute(
                key,
                (same, present) ->
                        present == null || present.isForgotten() || !present.isFor(wanted)
                                ? new Fetch(key, wanted)
                                : present);
    }

    /** A question under way, asked once however many wait; a failure stays until it is told. */
    private final class Fetch extends FutureTask<Kept> {

        private final Key key;
        private final Publication wanted;
        private final AtomicBoolean isInQueue = new AtomicBoolean();
        private volatile long failedAt;
        private volatile boolean hasFailed;

        Fetch(Key key, Publication wanted) {
            super(() -> fetchNow(key, wanted));
            this.key = key;
            this.wanted = wanted;
        }

        /** Leaves it to the next thread that has time. */
        void queue() {
            if (isInQueue.compareAndSet(false, true)) {
                ahead.execute(this);
            }
        }

        @Override
        protected void setException(Throwable problem) {
            LOG.debug("{} fails", key.question(), problem);
            failedAt = System.nanoTime();
            hasFailed = true;
            super.setException(problem);
        }

        @Override
        protected void done() {
            if (!hasFailed) {
                fetching.remove(key, this);
            }
        }

        boolean isForgotten() {
            return hasFailed && System.nanoTime() - failedAt > TOLD.toNanos();
        }

        boolean isFor(Publication shown) {
            return wanted.generation() == shown.generation();
        }

        Kept result() {
            try {
                return get();
            } catch (ExecutionException e) {
                throw told(e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        /** Whoever asks again asks ClickHouse again. */
        private RuntimeException told(ExecutionException e) {
            fetching.remove(key, this);
            return e.getCause() instanceof DatabaseException problem
                    ? problem
                    : new IllegalStateException(e.getCause());
        }

        private DatabaseException interrupted(InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DatabaseException("Interrupted while ClickHouse answered", e);
        }

        Optional<Kept> resultWithin(long nanos) {
            try {
                return Optional.of(get(nanos, TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw told(e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** What is read may be newer than the publication that was seen before, never older. */
    private Kept fetchNow(Key key, Publication wanted) {
        Kept present = kept(key);
        Publication before = publication;
        if (present != null && present.publication().isOf(wanted)) {
            return present;
        }
        long began = System.nanoTime();
        Rows rows = database.ask(key.question(), key.parameters());
        Kept fetched = new Kept(before, rows, Duration.ofNanos(System.nanoTime() - began));
        if (before.generation() == publication.generation()) {
            keep(key, fetched);
        }
        return fetched;
    }

    private synchronized Kept kept(Key key) {
        return kept.get(key);
    }

    private synchronized Kept asked(Key key, Publication shown) {
        if (shown.isThere()) {
            asked.put(key, shown.publishedAt());
        }
        return kept.get(key);
    }

    private synchronized List<Key> askedLately(Publication now) {
        asked.values().removeIf(at -> now.isThere() && at.plus(LATELY).isBefore(now.publishedAt()));
        return List.copyOf(asked.keySet());
    }

    private synchronized void keep(Key key, Kept fetched) {
        kept.put(key, fetched);
        long rows = kept.values().stream().mapToLong(each -> each.rows().size()).sum();
        Iterator<Map.Entry<Key, Kept>> oldest = kept.entrySet().iterator();
        while (rows > MOST_ROWS && kept.size() > 1 && oldest.hasNext()) {
            rows -= oldest.next().getValue().rows().size();
            oldest.remove();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dashboard-answers");
        thread.setDaemon(true);
        return thread;
    }
}
