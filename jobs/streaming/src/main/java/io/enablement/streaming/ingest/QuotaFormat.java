package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.micros;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.QuotaEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.schemas.QuotaKind;
import io.enablement.schemas.QuotaMessage;
import io.enablement.schemas.TimeQuality;

/** Quota events as Avro messages. */
public final class QuotaFormat extends AvroFormat<QuotaEvent, QuotaMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<QuotaMessage> MESSAGES =
            new AvroMessages<>(Family.QUOTA, QuotaMessage.class, "rep_id");

    @Override
    AvroMessages<QuotaMessage> messages() {
        return MESSAGES;
    }

    @Override
    QuotaEvent event(QuotaMessage message, Envelope envelope) {
        return new QuotaEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                message.getRepId(),
                text(message.getPeriod()),
                message.getAmountMinor(),
                text(message.getCurrency()),
                message.getScheduleMinor(),
                micros(message.getEffectiveAt()),
                new Target(text(message.getTargetSource()), text(message.getTargetId())));
    }

    @Override
    QuotaMessage message(QuotaEvent event) {
        Envelope envelope = event.envelope();
        return QuotaMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(QuotaKind.valueOf(event.kind().name()))
                .setRepId(event.repId())
                .setPeriod(orNull(event.period()))
                .setAmountMinor(event.amountMinor())
                .setCurrency(orNull(event.currency()))
                .setScheduleMinor(event.scheduleMinor())
                .setEffectiveAt(instant(event.effectiveMicros()))
                .setTargetSource(orNull(event.target().source()))
                .setTargetId(orNull(event.target().id()))
                .build();
    }
}
