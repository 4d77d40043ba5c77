package io.enablement.streaming.ingest;

import static io.enablement.streaming.ingest.AvroMessages.instant;
import static io.enablement.streaming.ingest.AvroMessages.micros;
import static io.enablement.streaming.ingest.AvroMessages.orNull;
import static io.enablement.streaming.ingest.AvroMessages.text;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.Split;
import io.enablement.schemas.DealKind;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.DealSplit;
import io.enablement.schemas.DealType;
import io.enablement.schemas.SplitKind;
import io.enablement.schemas.TimeQuality;
import java.util.Locale;

/** Deal events as Avro messages. */
public final class DealFormat extends AvroFormat<DealEvent, DealMessage> {

    private static final long serialVersionUID = 1;
    private static final AvroMessages<DealMessage> MESSAGES =
            new AvroMessages<>(Family.DEAL, DealMessage.class, "deal_id");

    @Override
    public byte[] pack(DealEvent event) {
        return PackedDeals.pack(event);
    }

    @Override
    DealEvent unpack(String dealId, byte[] packed, int partition, long offset) {
        return packed[0] == PackedDeals.SCHEMA
                ? PackedDeals.unpack(dealId, packed, partition, offset)
                : super.unpack(dealId, packed, partition, offset);
    }

    @Override
    AvroMessages<DealMessage> messages() {
        return MESSAGES;
    }

    @Override
    DealEvent event(DealMessage message, Envelope envelope) {
        return new DealEvent(
                envelope,
                Kind.valueOf(message.getKind().name()),
                message.getDealId(),
                text(message.getAccountId()),
                text(message.getOwner()),
                text(message.getStage()),
                message.getStageRank(),
                message.getAmountMinor(),
                text(message.getCurrency()),
                dealType(message.getDealType()),
                text(message.getPipeline()),
                micros(message.getExpectedCloseAt()),
                qualification(message.getQualification()),
                text(message.getLossReason()),
                text(message.getMergedInto()),
                message.getSplits().stream().map(DealFormat::split).toList());
    }

    @Override
    DealMessage message(DealEvent event) {
        Envelope envelope = event.envelope();
        return DealMessage.newBuilder()
                .setId(envelope.id())
                .setSource(envelope.source())
                .setOccurredAt(instant(envelope.occurredAtMicros()))
                .setRecordedAt(instant(envelope.recordedAtMicros()))
                .setTimeQuality(TimeQuality.valueOf(envelope.quality().name()))
                .setKind(DealKind.valueOf(event.kind().name()))
                .setDealId(event.dealId())
                .setAccountId(orNull(event.accountId()))
                .setOwner(orNull(event.owner()))
                .setStage(orNull(event.stage()))
                .setStageRank(event.stageRank())
                .setAmountMinor(event.amountMinor())
                .setCurrency(orNull(event.currency()))
                .setDealType(dealType(event.dealType()))
                .setPipeline(orNull(event.pipeline()))
                .setExpectedCloseAt(instant(event.expectedCloseMicros()))
                .setQualification(qualification(event.qualification()))
                .setLossReason(orNull(event.lossReason()))
                .setMergedInto(orNull(event.mergedInto()))
                .setSplits(event.splits().stream().map(DealFormat::split).toList())
                .build();
    }

    private static String dealType(DealType type) {
        return type == null ? "" : type.name().toLowerCase(Locale.ROOT);
    }

    private static DealType dealType(String type) {
        return type.isEmpty() ? null : DealType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private static Qualification qualification(io.enablement.schemas.Qualification outcome) {
        return outcome == null ? Qualification.NONE : Qualification.valueOf(outcome.name());
    }

    private static io.enablement.schemas.Qualification qualification(Qualification outcome) {
        return outcome == Qualification.NONE
                ? null
                : io.enablement.schemas.Qualification.valueOf(outcome.name());
    }

    private static Split split(DealSplit split) {
        return new Split(
                split.getRepId(),
                Split.Kind.valueOf(split.getKind().name()),
                split.getBasisPoints());
    }

    private static DealSplit split(Split split) {
        return new DealSplit(
                split.repId(), SplitKind.valueOf(split.kind().name()), split.basisPoints());
    }
}
