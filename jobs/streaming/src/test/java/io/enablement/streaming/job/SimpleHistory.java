package io.enablement.streaming.job;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.later;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.ingest.RawMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A history that is simple enough to be counted without folding anything, told in any order: what
 * is sent next, and what must be shown once it has arrived.
 */
final class SimpleHistory {

    private static final Moment START = at("2024-01-01T00:00:00Z");
    private static final int RECENT = 300;
    private static final int REPS = 20;
    private static final int PROGRAMMES = 3;

    private final SplittableRandom random;
    private final List<Event> told = new ArrayList<>();
    private final Map<String, Boolean> wonByDeal = new HashMap<>();
    private final Set<String> uses = new HashSet<>();

    /** Rep and programme of each completion. */
    private final Map<String, String> completions = new TreeMap<>();

    private final Set<String> voidedUses = new HashSet<>();
    private final Set<String> voidedCompletions = new HashSet<>();
    private int numbers;
    private int created;
    private int records;
    private int duplicates;
    private int deadLetters;

    /** What all of it must add up to. */
    record Counts(
            long records,
            long created,
            long won,
            long lost,
            long contentUses,
            long exposures,
            long duplicates,
            long deadLetters) {

        /** The same as readers are shown it, in this order. */
        static final String SHOWN =
                """
                SELECT
                    (SELECT sum(arraySum(mapValues(records_in))) FROM current_status
                        WHERE job = 'cohort-metrics'),
                    sum(created), sum(won), sum(lost), sum(content_uses),
                    (SELECT count() FROM current_exposure WHERE basis = 'completed'),
                    (SELECT sum(duplicates) FROM current_status WHERE job = 'cohort-metrics'),
                    (SELECT sum(dead_letters) FROM current_status WHERE job = 'cohort-metrics')
                FROM current_rep_month
                """;

        static Counts of(String line) {
            String[] values = line.strip().split("\t");
            return new Counts(
                    Long.parseLong(values[0]),
                    Long.parseLong(values[1]),
                    Long.parseLong(values[2]),
                    Long.parseLong(values[3]),
                    Long.parseLong(values[4]),
                    Long.parseLong(values[5]),
                    Long.parseLong(values[6]),
                    Long.parseLong(values[7]));
        }
    }

    SimpleHistory(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Counts counts() {
        long won = wonByDeal.values().stream().filter(isWon -> isWon).count();
        return new Counts(
                records,
                created,
                won,
                wonByDeal.size() - won,
                uses.stream().filter(use -> !voidedUses.contains(use)).count(),
                completions.entrySet().stream()
                        .filter(completion -> !voidedCompletions.contains(completion.getKey()))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .count(),
                duplicates,
                deadLetters);
    }

    /** Deals, half of them closed before they are created; uses of content; trainings. */
    List<RawMessage> recent() {
        return tell(later(START, RECENT));
    }

    /** The same, but from months before all that was recent. */
    List<RawMessage> late() {
        return tell(START);
    }

    /** Records that say again what was said, and records that nobody can read. */
    List<RawMessage> corrupt() {
        List<RawMessage> messages = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            Event event = told.get(random.nextInt(told.size()));
            messages.add(count(LoggedEvents.message(event, 0)));
            duplicates++;
            messages.add(count(LoggedEvents.cutOff(LoggedEvents.message(event, 0))));
            deadLetters++;
        }
        return messages;
    }

    /** Takes back uses and completions; some are only told afterwards. */
    List<RawMessage> voids() {
        List<RawMessage> messages = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            String rep = rep();
            String id = nextId();
            Moment day = later(START, random.nextInt(RECENT));
            messages.add(
                    say(
                            ContentEvents.happened(ContentEvent.Kind.VOIDED, later(day, 1))
                                    .id("void-" + id)
                                    .repId(rep)
                                    .target("test", id)
                                    .event()));
            voidedUses.add(id);
            messages.add(use(id, rep, day));
        }
        for (Map.Entry<String, String> completion : List.copyOf(completions.entrySet())) {
            if (random.nextInt(4) == 0 && voidedCompletions.add(completion.getKey())) {
                String rep = completion.getValue().split(" ")[0];
                messages.add(
                        say(
                                TrainingEvents.voided(
                                                completion.getKey(),
                                                later(START, RECENT + random.nextInt(RECENT)))
                                        .id("void-" + completion.getKey())
                                        .repId(rep)
                                        .event()));
            }
        }
        return messages;
    }

    private List<RawMessage> tell(Moment from) {
        List<RawMessage> messages = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            Moment day = later(from, random.nextInt(RECENT / 2));
            String deal = "deal-" + nextId();
            boolean closedFirst = random.nextBoolean();
            if (closedFirst) {
                messages.add(close(deal, later(day, 30)));
            }
            messages.add(create(deal, day));
            if (!closedFirst && random.nextBoolean()) {
                messages.add(close(deal, later(day, 30)));
            }
            messages.add(use(nextId(), rep(), day));
            if (number % 5 == 0) {
                messages.add(complete(day));
            }
        }
        return messages;
    }

    private RawMessage create(String deal, Moment day) {
        created++;
        return say(
                DealEvents.created(day)
                        .dealId(deal)
                        .owner(rep())
                        .usd(random.nextInt(9_999))
                        .event());
    }

    private RawMessage close(String deal, Moment day) {
        boolean won = random.nextBoolean();
        wonByDeal.put(deal, won);
        DealEvents event = won ? DealEvents.won(day) : DealEvents.lost(day);
        return say(event.dealId(deal).event());
    }

    private RawMessage use(String id, String rep, Moment day) {
        uses.add(id);
        return say(
                ContentEvents.happened(ContentEvent.Kind.PRESENTED, day).id(id).repId(rep).event());
    }

    private RawMessage complete(Moment day) {
        String id = nextId();
        String rep = rep();
        String programme = "p-" + random.nextInt(PROGRAMMES);
        completions.put(id, rep + " " + programme);
        return say(
                TrainingEvents.happened(TrainingEvent.Kind.COMPLETED, day)
                        .id(id)
                        .repId(rep)
                        .programme(programme)
                        .event());
    }

    private RawMessage say(Event event) {
        told.add(event);
        return count(LoggedEvents.message(event, 0));
    }

    private RawMessage count(RawMessage message) {
        records++;
        return message;
    }

    private String nextId() {
        numbers++;
        return Integer.toString(numbers);
    }

    private String rep() {
        return "rep-" + random.nextInt(REPS);
    }
}
