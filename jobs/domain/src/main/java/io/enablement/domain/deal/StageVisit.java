package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;

/** One stay of a deal in a stage, and whose deal it was on entering. */
public record StageVisit(String stage, Integer rank, String owner, boolean left, Span span) {

    static StageVisit enter(String stage, Integer rank, String owner, Moment at) {
        return new StageVisit(stage, rank, owner, false, new Span(at, Moment.UNKNOWN));
    }

    /** In another stage of greater rank; what has no rank is beyond nothing. */
    boolean isBeyond(StageVisit other) {
        return rank != null
                && other.rank != null
                && rank > other.rank
                && !stage.equals(other.stage);
    }

    StageVisit orOwnedBy(String other) {
        return owner.isEmpty() ? new StageVisit(stage, rank, other, left, span) : this;
    }

    StageVisit leave(Moment at) {
        return left ? this : new StageVisit(stage, rank, owner, true, new Span(span.from(), at));
    }
}
