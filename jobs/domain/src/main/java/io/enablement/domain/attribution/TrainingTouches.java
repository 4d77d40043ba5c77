package io.enablement.domain.attribution;

import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The touches of one rep's trainings. */
public final class TrainingTouches {

    private TrainingTouches() {}

    /**
     * Of each attempt at a course the first event that trains, so that completing and passing it
     * are one touch; every approved assignment and every coaching session. Only what stands and has
     * a known time touches anybody.
     */
    public static List<Touch> of(TrainingHistory history, BusinessCalendar calendar) {
        List<Touch> touches = new ArrayList<>();
        Set<Attempt> attempts = new HashSet<>();
        for (TrainingEvent event : history.counted()) {
            if (event.trains() && attempts.add(Attempt.of(event))) {
                touches.add(Touch.of(TouchType.TRAINING, event, calendar));
            } else if (event.kind() == Kind.ASSIGNMENT_APPROVED) {
                touches.add(Touch.of(TouchType.ASSIGNMENT, event, calendar));
            } else if (event.kind() == Kind.COACHED) {
                touches.add(Touch.of(TouchType.COACHING, event, calendar));
            }
        }
        return touches;
    }

    /** Where the number is missing, all of a course is one attempt. */
    private record Attempt(String programmeId, String courseId, Integer number) {

        static Attempt of(TrainingEvent event) {
            return new Attempt(event.programmeId(), event.courseId(), event.attempt());
        }
    }
}
