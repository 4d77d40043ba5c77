package io.enablement.streaming.job;

import io.enablement.streaming.ingest.RawMessage;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The messages of an organisation in an order that nobody would expect: shuffled, each tenth one
 * again, and some cut off.
 */
final class DisorderedMessages implements IntFunction<RawMessage> {

    private static final int REPS = 200;
    private static final int DEAL_EVENTS = 8;

    private final GeneratedEvents events;
    private final int[] places;

    private DisorderedMessages(GeneratedEvents events, int[] places) {
        this.events = events;
        this.places = places;
    }

    /** At least so many. */
    static DisorderedMessages of(long seed, int messages) {
        GeneratedEvents events = new GeneratedEvents(seed, REPS, messages / DEAL_EVENTS);
        return new DisorderedMessages(events, shuffled(events.size(), new SplittableRandom(seed)));
    }

    @Override
    public RawMessage apply(int place) {
        SplittableRandom random = new SplittableRandom(place);
        RawMessage message = LoggedEvents.message(events.event(places[place]), 0);
        return switch (random.nextInt(100)) {
            case 0 -> LoggedEvents.cutOff(message);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ->
                    LoggedEvents.message(events.event(places[random.nextInt(place + 1)]), 0);
            default -> message;
        };
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] places = new int[size];
        for (int place = 0; place < size; place++) {
            int other = random.nextInt(place + 1);
            places[place] = places[other];
            places[other] = place;
        }
        return places;
    }
}
