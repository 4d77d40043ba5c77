package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.Counts;
import io.enablement.bench.question.Months;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps months and enrolments of each rep and sends their cohorts what has changed. */
final class KeepReps extends ContextualProcessor<String, RepInput, String, Counts> {

    private static final String SEPARATOR = "\t";

    /** Comes right behind the separator: a range up to it holds all keys of a rep. */
    private static final String BEHIND_SEPARATOR = "\n";

    private KeyValueStore<String, Counts> months;
    private KeyValueStore<String, Long> enrolments;

    @Override
    public void init(ProcessorContext<String, Counts> context) {
        super.init(context);
        months = context.getStateStore(KafkaStreamsJob.MONTHS);
        enrolments = context.getStateStore(KafkaStreamsJob.ENROLMENTS);
    }

    @Override
    public void process(Record<String, RepInput> record) {
        if (record.value().programme().isEmpty()) {
            changeMonth(record);
        } else {
            enrol(record);
        }
        InFlight.repInputArrived();
    }

    private void changeMonth(Record<String, RepInput> record) {
        RepInput input = record.value();
        String place = input.dealType() + SEPARATOR + input.month();
        String key = record.key() + SEPARATOR + place;
        Counts known = months.get(key);
        months.put(key, known == null ? input.change() : known.plus(input.change()));
        for (KeyValue<String, Long> enrolment : ofRep(enrolments, record.key())) {
            send(record, cohort(enrolment.key, enrolment.value), place, input.change());
        }
    }

    /** An earlier enrolment moves all of the rep's months to another cohort. */
    private void enrol(Record<String, RepInput> record) {
        String programme = record.value().programme();
        String key = record.key() + SEPARATOR + programme;
        Long before = enrolments.get(key);
        long now = record.value().enrolledAt();
        if (before != null && before <= now) {
            return;
        }
        enrolments.put(key, now);
        for (KeyValue<String, Counts> month : ofRep(months, record.key())) {
            if (before != null) {
                send(record, cohort(programme, before), month.key, month.value.negative());
            }
            send(record, cohort(programme, now), month.key, month.value);
        }
    }

    private void send(Record<String, RepInput> record, String cohort, String place, Counts change) {
        InFlight.cohortChangeSent();
        context().forward(record.withKey(cohort + SEPARATOR + place).withValue(change));
    }

    private static String cohort(String programme, long enrolledAt) {
        return programme + SEPARATOR + Months.of(enrolledAt).substring(0, "2024-01".length());
    }

    /** The entries of the rep, without its name in their keys. */
    private static <V> List<KeyValue<String, V>> ofRep(KeyValueStore<String, V> store, String rep) {
        String prefix = rep + SEPARATOR;
        List<KeyValue<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.range(prefix, rep + BEHIND_SEPARATOR)) {
            entries.forEachRemaining(
                    entry ->
                            found.add(
                                    KeyValue.pair(
                                            entry.key.substring(prefix.length()), entry.value)));
        }
        return found;
    }
}
