package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.ContentEvent.Kind;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.Target;
import io.enablement.schemas.ContentKind;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.TimeQuality;

/** Content events as Avro messages. */
public final class ContentFormat extends AvroFormat<ContentEvent, ContentMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<ContentMessage> MESSAGES =
            new AvroMessages<>(Family.CONTENT, ContentMessage.class, "rep_id");

    @Override
    AvroMessages<ContentMessage> messages() {
        return MESSAGES;
    }

    @Override
    ContentEvent event(ContentMessage message, Envelope envelope) {
        return new ContentEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                text(message.getRepId()),
                text(message.getDealId()),
                text(message.getAccountId()),
                text(message.getContentId()),
                text(message.getContentVersion()),
                text(message.getProgrammeId()),
                message.getDurationSeconds(),
                message.getPagesSeen(),
                message.getPagesTotal(),
                new Target(text(message.getTargetSource()), text(message.getTargetId())));
    }

    @Override
    ContentMessage message(ContentEvent event) {
        Envelope envelope = event.envelope();
        return ContentMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(ContentKind.valueOf(event.kind().name()))
                .setRepId(orNull(event.repId()))
                .setDealId(orNull(event.dealId()))
                .setAccountId(orNull(event.accountId()))
                .setContentId(orNull(event.contentId()))
                .setContentVersion(orNull(event.contentVersion()))
                .setProgrammeId(orNull(event.programmeId()))
                .setDurationSeconds(event.durationSeconds())
                .setPagesSeen(event.pagesSeen())
                .setPagesTotal(event.pagesTotal())
                .setTargetSource(orNull(event.target().source()))
                .setTargetId(orNull(event.target().id()))
                .build();
    }
}
