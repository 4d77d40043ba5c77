package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.micros;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import io.enablement.schemas.Assignment;
import io.enablement.schemas.ProgrammeKind;
import io.enablement.schemas.ProgrammeMessage;
import io.enablement.schemas.TimeQuality;
import java.util.Locale;

/** Programme events as Avro messages. */
public final class ProgrammeFormat extends AvroFormat<ProgrammeEvent, ProgrammeMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<ProgrammeMessage> MESSAGES =
            new AvroMessages<>(Family.PROGRAMME, ProgrammeMessage.class, "programme_id");

    @Override
    AvroMessages<ProgrammeMessage> messages() {
        return MESSAGES;
    }

    @Override
    ProgrammeEvent event(ProgrammeMessage message, Envelope envelope) {
        return new ProgrammeEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                message.getProgrammeId(),
                message.getVersion(),
                text(message.getName()),
                text(message.getProgrammeType()),
                text(message.getOwner()),
                message.getAudienceRoles(),
                message.getAudienceRegions(),
                micros(message.getLaunchAt()),
                micros(message.getPaybackEndAt()),
                message.getCostMinor(),
                text(message.getCurrency()),
                text(message.getPrimaryMetric()),
                micros(message.getBaselineFrom()),
                micros(message.getBaselineTo()),
                assignment(message.getAssignment()),
                message.getCourseIds(),
                message.getContentIds(),
                text(message.getContentVersion()),
                message.getHalfLifeDays());
    }

    @Override
    ProgrammeMessage message(ProgrammeEvent event) {
        Envelope envelope = event.envelope();
        return ProgrammeMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(ProgrammeKind.valueOf(event.kind().name()))
                .setProgrammeId(event.programmeId())
                .setVersion(event.version())
                .setName(orNull(event.name()))
                .setProgrammeType(orNull(event.programmeType()))
                .setOwner(orNull(event.owner()))
                .setAudienceRoles(event.audienceRoles())
                .setAudienceRegions(event.audienceRegions())
                .setLaunchAt(instant(event.launchMicros()))
                .setPaybackEndAt(instant(event.paybackEndMicros()))
                .setCostMinor(event.costMinor())
                .setCurrency(orNull(event.currency()))
                .setPrimaryMetric(orNull(event.primaryMetric()))
                .setBaselineFrom(instant(event.baselineFromMicros()))
                .setBaselineTo(instant(event.baselineToMicros()))
                .setAssignment(assignment(event.assignment()))
                .setCourseIds(event.courseIds())
                .setContentIds(event.contentIds())
                .setContentVersion(orNull(event.contentVersion()))
                .setHalfLifeDays(event.halfLifeDays())
                .build();
    }

    private static String assignment(Assignment assignment) {
        return assignment == null ? "" : assignment.name().toLowerCase(Locale.ROOT);
    }

    private static Assignment assignment(String assignment) {
        return assignment.isEmpty()
                ? null
                : Assignment.valueOf(assignment.toUpperCase(Locale.ROOT));
    }
}
