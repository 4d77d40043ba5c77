package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.AvroEvents;
import io.enablement.schemas.TrainingKind;
import io.enablement.schemas.TrainingMessage;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Takes enrolments to their reps. */
final class TakeEnrolments extends ContextualProcessor<String, byte[], String, RepInput> {

    @Override
    public void process(Record<String, byte[]> record) {
        TrainingMessage training = AvroEvents.training(record.value());
        if (training.getKind() == TrainingKind.ENROLLED) {
            RepInput enrolment =
                    RepInput.enrolment(
                            training.getProgrammeId(), AvroEvents.micros(training.getOccurredAt()));
            InFlight.repInputSent();
            context().forward(record.withValue(enrolment));
        }
        InFlight.eventRead();
    }
}
