package io.enablement.simulation;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;

/** An event of a rep in a programme that is being written; a change gives a new draft. */
record TrainingDraft(
        String repId,
        Programme programme,
        Integer attempt,
        Boolean success,
        Double score,
        Long durationSeconds,
        String wave,
        String dealId,
        String stage) {

    private static final Target NO_TARGET = new Target("", "");
    private static final double SCALE = 1_000;
    private static final double MILLION = 1_000_000;

    TrainingDraft(String repId, Programme programme) {
        this(repId, programme, null, null, null, null, "", "", "");
    }

    TrainingDraft attempt(int number) {
        return new TrainingDraft(
                repId, programme, number, success, score, durationSeconds, wave, dealId, stage);
    }

    TrainingDraft success(boolean whether) {
        return new TrainingDraft(
                repId, programme, attempt, whether, score, durationSeconds, wave, dealId, stage);
    }

    /** From 0 to 1, kept to three digits. */
    TrainingDraft score(double scaled) {
        double rounded = StrictMath.round(scaled * SCALE) / SCALE;
        return new TrainingDraft(
                repId, programme, attempt, success, rounded, durationSeconds, wave, dealId, stage);
    }

    long scoreMillionths() {
        return StrictMath.round(score * MILLION);
    }

    TrainingDraft duration(long seconds) {
        return new TrainingDraft(
                repId, programme, attempt, success, score, seconds, wave, dealId, stage);
    }

    TrainingDraft wave(int number) {
        return new TrainingDraft(
                repId,
                programme,
                attempt,
                success,
                score,
                durationSeconds,
                "wave " + (number + 1),
                dealId,
                stage);
    }

    TrainingDraft on(String deal, String stageOfDeal) {
        return new TrainingDraft(
                repId,
                programme,
                attempt,
                success,
                score,
                durationSeconds,
                wave,
                deal,
                stageOfDeal);
    }

    TrainingEvent event(Kind kind, Envelope envelope) {
        return new TrainingEvent(
                envelope,
                kind,
                repId,
                programme.id(),
                programme.courseId(),
                attempt,
                success,
                score,
                durationSeconds,
                wave,
                dealId,
                stage,
                NO_TARGET);
    }

    /** Takes back another event of the rep. */
    TrainingEvent taking(Envelope target, Envelope envelope) {
        return new TrainingEvent(
                envelope,
                Kind.VOIDED,
                repId,
                programme.id(),
                "",
                null,
                null,
                null,
                null,
                "",
                "",
                "",
                new Target(target.source(), target.id()));
    }
}
