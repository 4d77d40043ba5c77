package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.micros;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.RepEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.schemas.RepKind;
import io.enablement.schemas.RepMessage;
import io.enablement.schemas.TimeQuality;

/** Rep events as Avro messages. */
public final class RepFormat extends AvroFormat<RepEvent, RepMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<RepMessage> MESSAGES =
            new AvroMessages<>(Family.REP, RepMessage.class, "rep_id");

    @Override
    AvroMessages<RepMessage> messages() {
        return MESSAGES;
    }

    @Override
    RepEvent event(RepMessage message, Envelope envelope) {
        return new RepEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                message.getRepId(),
                text(message.getRole()),
                text(message.getTeam()),
                text(message.getRegion()),
                text(message.getManager()),
                micros(message.getEffectiveFrom()),
                new Target(text(message.getTargetSource()), text(message.getTargetId())));
    }

    @Override
    RepMessage message(RepEvent event) {
        Envelope envelope = event.envelope();
        return RepMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(RepKind.valueOf(event.kind().name()))
                .setRepId(event.repId())
                .setRole(orNull(event.role()))
                .setTeam(orNull(event.team()))
                .setRegion(orNull(event.region()))
                .setManager(orNull(event.manager()))
                .setEffectiveFrom(instant(event.effectiveFromMicros()))
                .setTargetSource(orNull(event.target().source()))
                .setTargetId(orNull(event.target().id()))
                .build();
    }
}
