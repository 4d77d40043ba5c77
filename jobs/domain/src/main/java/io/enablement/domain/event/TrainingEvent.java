package io.enablement.domain.event;

import static io.enablement.domain.event.Problems.when;

import java.util.Optional;

/** Something that happened to a rep in a programme. */
public record TrainingEvent(
        Envelope envelope,
        Kind kind,
        String repId,
        String programmeId,
        String courseId,
        Integer attempt,
        Boolean success,
        Double score,
        Long durationSeconds,
        String wave,
        String dealId,
        String stage,
        Target target)
        implements Voidable {

    /** What can happen in a training. */
    public enum Kind {
        REQUESTED,
        ENROLLED,
        STARTED,
        COMPLETED,
        PASSED,
        FAILED,
        WAIVED,
        VOIDED,
        ASSIGNMENT_SUBMITTED,
        ASSIGNMENT_APPROVED,
        SURVEYED,
        COACHED
    }

    @Override
    public Family family() {
        return Family.TRAINING;
    }

    @Override
    public String aggregate() {
        return repId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public boolean isVoid() {
        return kind == Kind.VOIDED;
    }

    /** Passed, or completed, unless the success field says otherwise. Waived is not trained. */
    public boolean trains() {
        return (kind == Kind.PASSED || kind == Kind.COMPLETED) && !Boolean.FALSE.equals(success);
    }

    /** Passed, unless the success field says otherwise; it may also say so of what failed. */
    public boolean succeeds() {
        return success == null ? kind == Kind.PASSED : success;
    }

    public boolean isAssignment() {
        return kind == Kind.ASSIGNMENT_SUBMITTED || kind == Kind.ASSIGNMENT_APPROVED;
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                Problems.empty("rep_id", repId),
                isVoid() ? target.problem() : Problems.empty("programme_id", programmeId),
                when(attempt != null && attempt < 1, "attempt is less than 1"),
                when(score != null && !(score >= 0 && score <= 1), "score is not between 0 and 1"),
                when(
                        durationSeconds != null && durationSeconds < 0,
                        "duration_seconds is negative"));
    }
}
