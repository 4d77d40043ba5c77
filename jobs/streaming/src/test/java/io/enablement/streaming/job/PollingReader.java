package io.enablement.streaming.job;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who reads all the time and keeps every contradiction: a ledger that does not add up to
 * its results, a publication that is older than the one before it, or that has changed since.
 *
 * <p>ClickHouse has no transactions, and results are ahead of the ledgers while a checkpoint is
 * being committed. So a comparison counts only if the newest results are of a published checkpoint
 * and still the newest afterwards: then no commit touched them in between, for a checkpoint is
 * published after all of its rows.
 */
final class PollingReader implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_REMEMBERED = 50;

    private static final String SEEN =
            """
            SELECT
                (SELECT generation FROM active_generation),
                (SELECT max(checkpoint) FROM published_checkpoint WHERE job = 'cohort-metrics'),
                (SELECT max(committed_at) FROM published_checkpoint WHERE job = 'cohort-metrics'),
                greatest(
                    (SELECT max(version) FROM rep_month
                        WHERE generation = (SELECT generation FROM active_generation)),
                    (SELECT max(version) FROM cohort_metric
                        WHERE generation = (SELECT generation FROM active_generation)))
            """;

    private static final String SHOWN =
            """
            SELECT count(), sum(cityHash64(* EXCEPT (won_cycle_days, lost_cycle_days)))
            FROM rep_month_at(as_of = '%s')
            SETTINGS max_threads = 1
            """;

    private final ResultDatabase database;
    private final SplittableRandom random = new SplittableRandom(5);
    private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger comparisons = new AtomicInteger();
    private final List<String> contradictions = new CopyOnWriteArrayList<>();
    private final TreeMap<String, String> shown = new TreeMap<>();
    private Seen last = new Seen(0, 0, "", 0);

    /**
     * What a reader finds.
     *
     * @param written the newest checkpoint of any result, published or not
     */
    private record Seen(long generation, long published, String committedAt, long written) {

        static Seen of(String line) {
            String[] values = line.strip().split("\t");
            return new Seen(
                    Long.parseLong(values[0]),
                    Long.parseLong(values[1]),
                    values[2],
                    Long.parseLong(values[3]));
        }

        boolean isAtRest() {
            return written <= published;
        }

        boolean isOlderThan(Seen other) {
            return generation == other.generation && published < other.published;
        }
    }

    private PollingReader(ResultDatabase database) {
        this.database = database;
    }

    static PollingReader start(ResultDatabase database) {
        PollingReader reader = new PollingReader(database);
        reader.polls.scheduleWithFixedDelay(reader::poll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return reader;
    }

    /** How often results and ledgers could be compared. */
    int comparisons() {
        return comparisons.get();
    }

    List<String> contradictions() {
        return contradictions;
    }

    @Override
    public void close() {
        polls.shutdownNow();
    }

    private void poll() {
        try {
            Seen before = Seen.of(database.execute(SEEN));
            if (before.isOlderThan(last)) {
                contradictions.add("%s was shown after %s".formatted(before, last));
            }
            last = before;
            compareResultsWithLedgers(before);
            compareWithWhatWasShown(before);
        } catch (UncheckedIOException e) {
            // ClickHouse is gone for the moment; what it shows afterwards counts.
        } catch (RuntimeException e) {
            contradictions.add(e.toString());
        }
    }

    private void compareResultsWithLedgers(Seen before) {
        long differences =
                database.number("count() FROM ledger_difference SETTINGS max_threads = 1");
        Seen after = Seen.of(database.execute(SEEN));
        boolean untouched =
                before.isAtRest()
                        && before.generation() == after.generation()
                        && before.written() == after.written();
        if (!untouched) {
            return;
        }
        comparisons.incrementAndGet();
        if (differences > 0) {
            contradictions.add(
                    "%d differences from the ledgers at %s".formatted(differences, before));
        }
    }

    /** As of the time of an earlier publication the same is shown for ever. */
    private void compareWithWhatWasShown(Seen seen) {
        if (seen.published() > 0 && shown.size() < MOST_REMEMBERED) {
            shown.computeIfAbsent(seen.committedAt(), this::asOf);
        }
        if (shown.isEmpty()) {
            return;
        }
        List<Map.Entry<String, String>> publications = new ArrayList<>(shown.entrySet());
        Map.Entry<String, String> earlier = publications.get(random.nextInt(publications.size()));
        String now = asOf(earlier.getKey());
        if (!now.equals(earlier.getValue())) {
            contradictions.add(
                    "As of %s was %s, now %s".formatted(earlier.getKey(), earlier.getValue(), now));
        }
    }

    private String asOf(String moment) {
        return database.execute(SHOWN.formatted(moment)).strip();
    }
}
