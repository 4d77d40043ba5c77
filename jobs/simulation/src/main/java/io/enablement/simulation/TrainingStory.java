package io.enablement.simulation;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent.Kind;

/** How one rep goes through one programme. */
final class TrainingStory {

    /** A request may come so many days before the enrolment. */
    static final long LEAD_DAYS = 10;

    private static final long HALF_A_DAY = Timeline.DAY / 2;

    private final World world;
    private final Enrolment enrolment;
    private final TrainingDraft draft;
    private final Dice dice;

    private TrainingStory(World world, Rep rep, Enrolment enrolment) {
        this.world = world;
        this.enrolment = enrolment;
        this.draft = new TrainingDraft(rep.id(), enrolment.programme()).wave(enrolment.wave());
        this.dice = rep.dice();
    }

    static void tell(World world, Rep rep, Enrolment enrolment) {
        TrainingStory story = new TrainingStory(world, rep, enrolment);
        story.request();
        switch (enrolment.course()) {
            case COMPLETED -> story.completeAtOnce();
            case SECOND_ATTEMPT -> story.failAndPass();
            case COMPLETION_VOIDED -> story.completeTwice();
            case WAIVED -> story.waive();
            case ABANDONED -> story.abandon();
            case ENROLMENT_VOIDED -> story.enrolByMistake();
            case REQUEST_ONLY -> {}
        }
    }

    private void request() {
        long at = enrolment.enrolledAt() - dice.time(1, LEAD_DAYS - 1);
        boolean self = enrolment.programme().rollout().selection().assignment().equals("self");
        if (self && at >= world.timeline().startMicros()) {
            say(Kind.REQUESTED, draft, at);
            book(Part.REQUESTED, 1, at);
            book(Part.REQUESTS_FULFILLED, enrolment.isEnrolled() ? 1 : 0, at);
        }
    }

    private void completeAtOnce() {
        start();
        succeed(1, enrolment.completedAt());
        if (dice.chance(0.05)) {
            enrolAgain(enrolment.completedAt() + dice.time(30, 90));
        }
    }

    /** Counts no more: the first enrolment does. */
    private void enrolAgain(long at) {
        if (isInTime(at)) {
            say(Kind.ENROLLED, draft, at);
        }
    }

    private void failAndPass() {
        start();
        long failedAt = enrolment.completedAt() - dice.time(3, 10);
        if (dice.chance(0.5)) {
            TrainingDraft failure = draft.attempt(1).score(dice.between(0.2, 0.6));
            say(Kind.FAILED, failure, failedAt);
            book(Part.FAILED, 1, failedAt);
            bookScore(Part.SCORES, Part.SCORE_MILLIONTHS, failure, failedAt);
        } else {
            say(Kind.COMPLETED, draft.attempt(1).success(false), failedAt);
        }
        succeed(2, enrolment.completedAt());
    }

    /** The void may be recorded before what it takes back. */
    private void completeTwice() {
        start();
        long mistakenAt = enrolment.completedAt() - 12 * Timeline.DAY;
        long voidedAt = mistakenAt + dice.time(1, 5);
        boolean late = dice.chance(0.5);
        Envelope mistaken =
                world.sources()
                        .envelope(
                                Sources.LMS,
                                mistakenAt,
                                late ? voidedAt + 2 * Timeline.DAY : mistakenAt,
                                TimeQuality.OCCURRED);
        world.tell(draft.attempt(1).event(Kind.COMPLETED, mistaken));
        world.tell(draft.taking(mistaken, world.envelope(Sources.LMS, voidedAt, dice)));
        succeed(1, enrolment.completedAt());
    }

    private void waive() {
        enrol();
        long at = enrolment.enrolledAt() + dice.time(1, 10);
        if (isInTime(at)) {
            say(Kind.WAIVED, draft, at);
            book(Part.WAIVED, 1, at);
        }
    }

    private void abandon() {
        enrol();
        long at = enrolment.enrolledAt() + dice.time(1, 6);
        if (isInTime(at)) {
            begin(at);
        }
    }

    private void enrolByMistake() {
        Envelope enrolled = enrol();
        long at = enrolment.enrolledAt() + dice.time(0.5, 0.9);
        world.tell(draft.taking(enrolled, world.envelope(Sources.LMS, at, dice)));
    }

    private void start() {
        enrol();
        begin(enrolment.enrolledAt() + dice.time(0.2, 2));
    }

    private void begin(long at) {
        say(Kind.STARTED, draft.attempt(1), at);
        book(Part.STARTED, 1, at);
    }

    private Envelope enrol() {
        Envelope envelope = world.envelope(Sources.LMS, enrolment.enrolledAt(), dice);
        world.tell(draft.event(Kind.ENROLLED, envelope));
        book(Part.ENROLLED, enrolment.isEnrolled() ? 1 : 0, enrolment.enrolledAt());
        book(Part.ENROLLED_COMPLETED, enrolment.isTrained() ? 1 : 0, enrolment.enrolledAt());
        return envelope;
    }

    private void succeed(int attempt, long at) {
        TrainingDraft success = draft.attempt(attempt).duration(3_600 + dice.below(20_000));
        if (enrolment.programme().isCertification() || attempt > 1) {
            pass(success.success(true).score(dice.between(0.6, 1)), at);
        } else {
            say(Kind.COMPLETED, success, at);
        }
        book(Part.COMPLETED, 1, at);
        book(Part.COMPLETION_TIMES, 1, at);
        book(Part.COMPLETION_MICROS, at - enrolment.enrolledAt(), at);
        if (dice.chance(0.6)) {
            survey(draft.score(dice.between(0.3, 1)), at + HALF_A_DAY);
        }
    }

    private void pass(TrainingDraft success, long at) {
        say(Kind.PASSED, success, at);
        book(Part.PASSED, 1, at);
        bookScore(Part.SCORES, Part.SCORE_MILLIONTHS, success, at);
    }

    private void survey(TrainingDraft answer, long at) {
        if (isInTime(at)) {
            say(Kind.SURVEYED, answer, at);
            bookScore(Part.SURVEYS, Part.SURVEY_MILLIONTHS, answer, at);
        }
    }

    private boolean isInTime(long at) {
        return at < world.timeline().endMicros();
    }

    private void say(Kind kind, TrainingDraft content, long at) {
        world.tell(content.event(kind, world.envelope(Sources.LMS, at, dice)));
    }

    private void bookScore(Part count, Part millionths, TrainingDraft scored, long at) {
        book(count, 1, at);
        book(millionths, scored.scoreMillionths(), at);
    }

    private void book(Part part, long amount, long at) {
        String programme = enrolment.programme().id();
        world.books().postTraining(draft.repId(), programme, part, amount, Timeline.dateOf(at));
    }
}
