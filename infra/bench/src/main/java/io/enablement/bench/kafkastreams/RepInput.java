package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.Counts;

/**
 * What comes to a rep: a change of a month, or an enrolment in a programme.
 *
 * @param programme empty for a change of a month
 */
record RepInput(String programme, long enrolledAt, String dealType, String month, Counts change) {

    static RepInput change(String dealType, String month, Counts change) {
        return new RepInput("", 0, dealType, month, change);
    }

    static RepInput enrolment(String programme, long at) {
        return new RepInput(programme, at, "", "", Counts.NONE);
    }
}
