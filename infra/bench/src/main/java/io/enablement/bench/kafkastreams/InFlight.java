package io.enablement.bench.kafkastreams;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is on its way between the steps: Kafka Streams itself knows no end of its input. */
final class InFlight {

    private static final LongAdder READ = new LongAdder();
    private static final LongAdder REP_INPUTS = new LongAdder();
    private static final LongAdder COHORT_CHANGES = new LongAdder();

    private InFlight() {}

    static void reset() {
        READ.reset();
        REP_INPUTS.reset();
        COHORT_CHANGES.reset();
    }

    /** To be called when all that follows from the event has been forwarded. */
    static void eventRead() {
        READ.increment();
    }

    static void repInputSent() {
        REP_INPUTS.increment();
    }

    /** To be called when all that follows from the input has been forwarded. */
    static void repInputArrived() {
        REP_INPUTS.decrement();
    }

    static void cohortChangeSent() {
        COHORT_CHANGES.increment();
    }

    static void cohortChangeArrived() {
        COHORT_CHANGES.decrement();
    }

    static boolean isDone(long expected) {
        return READ.sum() == expected && REP_INPUTS.sum() == 0 && COHORT_CHANGES.sum() == 0;
    }

    static String state() {
        return "read %s, on their way %s and %s".formatted(READ, REP_INPUTS, COHORT_CHANGES);
    }
}
