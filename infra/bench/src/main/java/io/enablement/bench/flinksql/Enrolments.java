package io.enablement.bench.flinksql;

import io.enablement.bench.question.AvroEvents;
import io.enablement.schemas.TrainingKind;
import io.enablement.schemas.TrainingMessage;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** Rep, programme and time of a training event that enrols. */
@FunctionHint(output = @DataTypeHint("ROW<rep_id STRING, programme_id STRING, happened_at BIGINT>"))
public final class Enrolments extends TableFunction<Row> {

    private static final long serialVersionUID = 1;

    public void eval(byte[] message) {
        TrainingMessage training = AvroEvents.training(message);
        if (training.getKind() == TrainingKind.ENROLLED) {
            collect(
                    Row.of(
                            training.getRepId(),
                            training.getProgrammeId(),
                            AvroEvents.micros(training.getOccurredAt())));
        }
    }
}
