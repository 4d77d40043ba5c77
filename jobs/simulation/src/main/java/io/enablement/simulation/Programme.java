package io.enablement.simulation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A simulated enablement programme together with what it truly does.
 *
 * @param kind training, certification, coaching …
 * @param practised with work assignments or coaching on real deals after the completion
 */
record Programme(
        String id,
        String name,
        String kind,
        Audience audience,
        Rollout rollout,
        Effect effect,
        boolean practised) {

    private static final int CONTENTS = 3;

    boolean isCertification() {
        return kind.equals("certification");
    }

    boolean isCoaching() {
        return kind.equals("coaching");
    }

    String courseId() {
        return id.replace("prog-", "course-");
    }

    List<String> contentIds() {
        return IntStream.rangeClosed(1, CONTENTS)
                .mapToObj(number -> id.replace("prog-", "content-") + "-" + number)
                .toList();
    }

    /** The day from which its content exists in a second version. */
    long secondVersionDay(Timeline timeline) {
        return timeline.monthStart(rollout.launchMonth() + 3) + 9;
    }
}
