package io.enablement.domain.cohort;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the trainings of a rep in one programme add to the parts. First events count once per
 * programme, attempts, surveys, assignments and coaching each time.
 */
public final class TrainingFacts {

    private static final int MILLIONTHS = 1_000_000;

    private final List<TrainingEvent> events;
    private final BusinessCalendar calendar;
    private final List<Posting> postings = new ArrayList<>();

    private TrainingFacts(List<TrainingEvent> events, BusinessCalendar calendar) {
        this.events = events;
        this.calendar = calendar;
    }

    /** What the trainings add, by programme. Only what stands and has a known time counts. */
    public static Map<String, List<Posting>> postings(
            TrainingHistory history, BusinessCalendar calendar) {
        Map<String, List<TrainingEvent>> byProgramme =
                history.counted().stream()
                        .collect(
                                Collectors.groupingBy(
                                        TrainingEvent::programmeId,
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, List<Posting>> postings = new TreeMap<>();
        byProgramme.forEach(
                (programme, events) ->
                        postings.put(programme, new TrainingFacts(events, calendar).postings()));
        return postings;
    }

    private List<Posting> postings() {
        postRequests();
        postExposures();
        first(event -> event.kind() == Kind.STARTED)
                .ifPresent(event -> post(Part.STARTED, 1, event.occurred()));
        first(event -> event.kind() == Kind.WAIVED)
                .ifPresent(event -> post(Part.WAIVED, 1, event.occurred()));
        events.forEach(this::postEach);
        return List.copyOf(postings);
    }

    /** Asking for a course again is no other request. */
    private void postRequests() {
        Map<String, TrainingEvent> byCourse = new LinkedHashMap<>();
        of(Kind.REQUESTED).forEach(event -> byCourse.putIfAbsent(event.courseId(), event));
        for (TrainingEvent request : byCourse.values()) {
            post(Part.REQUESTED, 1, request.occurred());
            if (of(Kind.ENROLLED).anyMatch(enrolment -> fulfils(enrolment, request))) {
                post(Part.REQUESTS_FULFILLED, 1, request.occurred());
            }
        }
    }

    private boolean fulfils(TrainingEvent enrolment, TrainingEvent request) {
        boolean sameCourse =
                request.courseId().isEmpty()
                        || enrolment.courseId().isEmpty()
                        || request.courseId().equals(enrolment.courseId());
        return sameCourse
                && new Span(request.occurred(), enrolment.occurred()).isMeasurable(calendar);
    }

    private void postExposures() {
        Optional<Moment> enrolled = first(Basis.ASSIGNED::exposes).map(TrainingEvent::occurred);
        Optional<Moment> completed = first(Basis.COMPLETED::exposes).map(TrainingEvent::occurred);
        enrolled.ifPresent(at -> post(Part.ENROLLED, 1, at));
        completed.ifPresent(at -> post(Part.COMPLETED, 1, at));
        if (enrolled.isPresent() && completed.isPresent()) {
            post(Part.ENROLLED_COMPLETED, 1, enrolled.get());
            postCompletionTime(new Span(enrolled.get(), completed.get()));
        }
    }

    private void postCompletionTime(Span time) {
        if (!time.isMeasurable(calendar)) {
            return;
        }
        post(Part.COMPLETION_TIMES, 1, time.to());
        post(Part.COMPLETION_MICROS, time.micros(calendar).orElseThrow(), time.to());
        int days = time.days(calendar).orElseThrow();
        postings.add(new Posting(Part.COMPLETION_DAYS, days, 1, time.to()));
    }

    private void postEach(TrainingEvent event) {
        switch (event.kind()) {
            case PASSED, FAILED -> postAttempt(event);
            case SURVEYED -> postScore(event, Part.SURVEYS, Part.SURVEY_MILLIONTHS);
            case ASSIGNMENT_SUBMITTED -> post(Part.ASSIGNMENTS_SUBMITTED, 1, event.occurred());
            case ASSIGNMENT_APPROVED -> post(Part.ASSIGNMENTS_APPROVED, 1, event.occurred());
            case COACHED -> post(Part.COACHED, 1, event.occurred());
            case REQUESTED, ENROLLED, STARTED, COMPLETED, WAIVED, VOIDED -> {}
        }
    }

    private void postAttempt(TrainingEvent event) {
        post(event.succeeds() ? Part.PASSED : Part.FAILED, 1, event.occurred());
        postScore(event, Part.SCORES, Part.SCORE_MILLIONTHS);
    }

    private void postScore(TrainingEvent event, Part count, Part millionths) {
        if (event.score() == null) {
            return;
        }
        post(count, 1, event.occurred());
        post(millionths, Math.round(event.score() * MILLIONTHS), event.occurred());
    }

    private Stream<TrainingEvent> of(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    private Optional<TrainingEvent> first(Predicate<TrainingEvent> kind) {
        return events.stream().filter(kind).findFirst();
    }

    private void post(Part part, long amount, Moment at) {
        if (amount != 0) {
            postings.add(new Posting(part, 0, amount, at));
        }
    }
}
