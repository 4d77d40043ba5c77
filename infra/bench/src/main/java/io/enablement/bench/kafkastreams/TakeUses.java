package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.AvroEvents;
import io.enablement.bench.question.Counts;
import io.enablement.bench.question.Months;
import io.enablement.schemas.ContentMessage;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes each use of content to its rep once. */
final class TakeUses extends ContextualProcessor<String, byte[], String, RepInput> {

    private KeyValueStore<String, String> known;

    @Override
    public void init(ProcessorContext<String, RepInput> context) {
        super.init(context);
        known = context.getStateStore(KafkaStreamsJob.USES);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ContentMessage use = AvroEvents.content(record.value());
        String identity = use.getRepId() + "/" + use.getSource() + "/" + use.getId();
        if (known.putIfAbsent(identity, "") == null) {
            String month = Months.of(AvroEvents.micros(use.getOccurredAt()));
            InFlight.repInputSent();
            context().forward(record.withValue(RepInput.change("", month, Counts.ofUse())));
        }
        InFlight.eventRead();
    }
}
