package io.enablement.simulation;

/**
 * One rep in one programme, decided in advance.
 *
 * @param completedAt {@link #NEVER} where the rep is not trained in the end
 */
record Enrolment(Programme programme, int wave, Course course, long enrolledAt, long completedAt) {

    static final long NEVER = Long.MAX_VALUE;

    /** How it goes on after the enrolment. */
    enum Course {
        COMPLETED,
        SECOND_ATTEMPT,
        /** The first completion never happened; it is voided and the course repeated. */
        COMPLETION_VOIDED,
        WAIVED,
        ABANDONED,
        /** Nobody had enrolled; the enrolment is voided. */
        ENROLMENT_VOIDED,
        /** Asked for, and never enrolled. */
        REQUEST_ONLY
    }

    boolean isEnrolled() {
        return course != Course.ENROLMENT_VOIDED && course != Course.REQUEST_ONLY;
    }

    boolean isTrained() {
        return completedAt != NEVER;
    }

    boolean isTrainedBy(long micros) {
        return completedAt <= micros;
    }

    /** What the programme does for the rep at that moment; before the completion nothing. */
    Effect effectAt(long micros) {
        return isTrainedBy(micros) ? programme.effect().after(micros - completedAt) : Effect.NONE;
    }
}
