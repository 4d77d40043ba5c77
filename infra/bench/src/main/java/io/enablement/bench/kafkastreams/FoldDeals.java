package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.AvroEvents;
import io.enablement.bench.question.FoldedDeal;
import io.enablement.bench.question.RepPart;
import io.enablement.schemas.DealMessage;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each deal and sends its reps what has changed. */
final class FoldDeals extends ContextualProcessor<String, byte[], String, RepInput> {

    private KeyValueStore<String, FoldedDeal> deals;

    @Override
    public void init(ProcessorContext<String, RepInput> context) {
        super.init(context);
        deals = context.getStateStore(KafkaStreamsJob.DEALS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        DealMessage message = AvroEvents.deal(record.value());
        FoldedDeal known = deals.get(record.key());
        FoldedDeal deal = known == null ? new FoldedDeal() : known;
        List<RepPart> before = deal.parts();
        deal.add(
                message.getKind().name(),
                AvroEvents.micros(message.getOccurredAt()),
                message.getOwner(),
                message.getAmountMinor(),
                message.getDealType() == null
                        ? ""
                        : message.getDealType().name().toLowerCase(Locale.ROOT));
        deals.put(record.key(), deal);
        List<RepPart> after = deal.parts();
        if (!before.equals(after)) {
            before.stream()
                    .filter(part -> !after.contains(part))
                    .forEach(part -> send(record, part, -1));
            after.stream()
                    .filter(part -> !before.contains(part))
                    .forEach(part -> send(record, part, 1));
        }
        InFlight.eventRead();
    }

    private void send(Record<String, byte[]> record, RepPart part, int sign) {
        RepInput change =
                RepInput.change(
                        part.dealType(),
                        part.month(),
                        sign < 0 ? part.counts().negative() : part.counts());
        InFlight.repInputSent();
        context().forward(record.withKey(part.rep()).withValue(change));
    }
}
