package io.enablement.bench.flinksql;

import io.enablement.bench.question.AvroEvents;
import io.enablement.bench.question.Months;
import io.enablement.schemas.ContentMessage;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** Rep, month and identity of a use of content. */
@FunctionHint(output = @DataTypeHint("ROW<rep_id STRING, month_day STRING, use_key STRING>"))
public final class ContentUses extends TableFunction<Row> {

    private static final long serialVersionUID = 1;

    public void eval(byte[] message) {
        ContentMessage use = AvroEvents.content(message);
        collect(
                Row.of(
                        use.getRepId(),
                        Months.of(AvroEvents.micros(use.getOccurredAt())),
                        use.getSource() + "/" + use.getId()));
    }
}
