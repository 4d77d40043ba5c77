package io.enablement.streaming.state;

import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Progress;
import org.apache.flink.util.OutputTag;

/** What becomes of events that change nothing: duplicates are counted, losers are dead letters. */
public final class Refused {

    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters") {};
    public static final OutputTag<Progress> PROGRESS = new OutputTag<>("progress") {};

    private Refused() {}

    static <E extends Event> void report(
            Insertion<E> insertion, E event, EventCodec<E> codec, SideOutput out) {
        count(insertion, event, out);
        for (E loser : insertion.losers()) {
            out.send(DEAD_LETTERS, DeadLetter.conflict(loser, codec.message(loser)));
        }
    }

    /** Where another job writes the dead letters. */
    static <E extends Event> void count(Insertion<E> insertion, E event, SideOutput out) {
        if (insertion.duplicate()) {
            out.send(PROGRESS, Progress.duplicate(event));
        }
        for (E loser : insertion.losers()) {
            out.send(PROGRESS, Progress.conflict(loser));
        }
    }

    /** An event of what was dropped. */
    static <E extends Event> void frozen(E event, EventCodec<E> codec, SideOutput out) {
        countFrozen(event, out);
        out.send(DEAD_LETTERS, DeadLetter.frozen(event, codec.message(event)));
    }

    /** Where another job writes the dead letter. */
    static void countFrozen(Event event, SideOutput out) {
        out.send(PROGRESS, Progress.conflict(event));
    }
}
