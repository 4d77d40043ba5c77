package io.enablement.streaming.ingest;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.TimeQuality;
import io.enablement.schemas.DealKind;
import io.enablement.schemas.DealType;
import io.enablement.schemas.SplitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Deal events in the very bytes that Avro packs them to with one released schema, a few times
 * faster: nine of ten events are of deals, and each is packed and unpacked more often than any
 * other.
 */
final class PackedDeals {

    /** The number of the schema whose fields these are. */
    static final int SCHEMA = 1;

    private static final TimeQuality[] QUALITIES =
            named(io.enablement.schemas.TimeQuality.values(), TimeQuality::valueOf)
                    .toArray(TimeQuality[]::new);
    private static final Kind[] KINDS =
            named(DealKind.values(), Kind::valueOf).toArray(Kind[]::new);
    private static final Qualification[] QUALIFICATIONS =
            named(io.enablement.schemas.Qualification.values(), Qualification::valueOf)
                    .toArray(Qualification[]::new);
    private static final Split.Kind[] SPLIT_KINDS =
            named(SplitKind.values(), Split.Kind::valueOf).toArray(Split.Kind[]::new);
    private static final List<String> DEAL_TYPES =
            named(DealType.values(), name -> name.toLowerCase(Locale.ROOT));

    private PackedDeals() {}

    static byte[] pack(DealEvent event) {
        Envelope envelope = event.envelope();
        PackedWriter writer =
                new PackedWriter()
                        .octet(SCHEMA)
                        .text(envelope.id())
                        .text(envelope.source())
                        .number(envelope.occurredAtMicros())
                        .number(envelope.recordedAtMicros())
                        .number(place(envelope.quality(), QUALITIES))
                        .number(place(event.kind(), KINDS))
                        .text("") // the deal, which whoever keeps the event knows
                        .optional(event.accountId())
                        .optional(event.owner())
                        .optional(event.stage())
                        .optional(event.stageRank())
                        .optional(event.amountMinor())
                        .optional(event.currency())
                        .optional(placeOrNull(DEAL_TYPES.indexOf(event.dealType())))
                        .optional(event.pipeline())
                        .optional(event.expectedCloseMicros())
                        .optional(placeOrNull(place(event.qualification(), QUALIFICATIONS)))
                        .optional(event.lossReason())
                        .optional(event.mergedInto());
        pack(event.splits(), writer);
        return writer.toBytes();
    }

    static DealEvent unpack(String dealId, byte[] packed, int partition, long offset) {
        PackedReader reader = new PackedReader(packed, PackedRecords.BODY);
        String id = reader.text();
        Envelope envelope =
                new Envelope(
                        reader.commonText(),
                        id,
                        reader.number(),
                        reader.number(),
                        QUALITIES[reader.integer()],
                        partition,
                        offset);
        Kind kind = KINDS[reader.integer()];
        reader.skip();
        return new DealEvent(
                envelope,
                kind,
                dealId,
                reader.optionalText(),
                reader.optionalCommonText(),
                reader.optionalCommonText(),
                reader.present() ? Integer.valueOf(reader.integer()) : null,
                reader.optionalNumber(),
                reader.optionalCommonText(),
                reader.present() ? DEAL_TYPES.get(reader.integer()) : "",
                reader.optionalCommonText(),
                reader.optionalNumber(),
                reader.present() ? QUALIFICATIONS[reader.integer()] : Qualification.NONE,
                reader.optionalCommonText(),
                reader.optionalText(),
                splits(reader));
    }

    /** As Avro writes arrays: blocks that begin with their size, the last one is empty. */
    private static void pack(List<Split> splits, PackedWriter writer) {
        if (!splits.isEmpty()) {
            writer.number(splits.size());
            for (Split split : splits) {
                writer.text(split.repId())
                        .number(place(split.kind(), SPLIT_KINDS))
                        .number(split.basisPoints());
            }
        }
        writer.number(0);
    }

    private static List<Split> splits(PackedReader reader) {
        int size = reader.integer();
        if (size == 0) {
            return List.of();
        }
        List<Split> splits = new ArrayList<>(size);
        for (int count = 0; count < size; count++) {
            splits.add(
                    new Split(
                            reader.commonText(), SPLIT_KINDS[reader.integer()], reader.integer()));
        }
        return splits;
    }

    private static <T> int place(T value, T[] values) {
        for (int place = 0; place < values.length; place++) {
            if (values[place] == value) {
                return place;
            }
        }
        return -1;
    }

    private static Integer placeOrNull(int place) {
        return place < 0 ? null : place;
    }

    /** The domain's values in the order in which the schema has them. */
    private static <T> List<T> named(Enum<?>[] symbols, Function<String, T> value) {
        return Arrays.stream(symbols).map(symbol -> value.apply(symbol.name())).toList();
    }
}
