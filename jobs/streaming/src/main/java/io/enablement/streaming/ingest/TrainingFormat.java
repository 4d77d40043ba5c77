package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;
import io.enablement.schemas.TimeQuality;
import io.enablement.schemas.TrainingKind;
import io.enablement.schemas.TrainingMessage;

/** Training events as Avro messages. */
public final class TrainingFormat extends AvroFormat<TrainingEvent, TrainingMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<TrainingMessage> MESSAGES =
            new AvroMessages<>(Family.TRAINING, TrainingMessage.class, "rep_id");

    @Override
    AvroMessages<TrainingMessage> messages() {
        return MESSAGES;
    }

    @Override
    TrainingEvent event(TrainingMessage message, Envelope envelope) {
        return new TrainingEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                message.getRepId(),
                text(message.getProgrammeId()),
                text(message.getCourseId()),
                message.getAttempt(),
                message.getSuccess(),
                message.getScore(),
                message.getDurationSeconds(),
                text(message.getWave()),
                text(message.getDealId()),
                text(message.getStage()),
                new Target(text(message.getTargetSource()), text(message.getTargetId())));
    }

    @Override
    TrainingMessage message(TrainingEvent event) {
        Envelope envelope = event.envelope();
        return TrainingMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(TrainingKind.valueOf(event.kind().name()))
                .setRepId(event.repId())
                .setProgrammeId(orNull(event.programmeId()))
                .setCourseId(orNull(event.courseId()))
                .setAttempt(event.attempt())
                .setSuccess(event.success())
                .setScore(event.score())
                .setDurationSeconds(event.durationSeconds())
                .setWave(orNull(event.wave()))
                .setDealId(orNull(event.dealId()))
                .setStage(orNull(event.stage()))
                .setTargetSource(orNull(event.target().source()))
                .setTargetId(orNull(event.target().id()))
                .build();
    }
}
