package io.enablement.bench.flinksql;

import io.enablement.bench.question.AvroEvents;
import io.enablement.schemas.DealMessage;
import java.util.Locale;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * The fields of a deal event that the question needs. The records say which schema wrote them
 * (Avro's single-object encoding), which Flink's own avro format does not read.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ROW<deal_id STRING, kind STRING, happened_at BIGINT, owner STRING, amount BIGINT, deal_type STRING>"))
public final class DealEvents extends TableFunction<Row> {

    private static final long serialVersionUID = 1;

    public void eval(byte[] message) {
        DealMessage deal = AvroEvents.deal(message);
        collect(
                Row.of(
                        deal.getDealId(),
                        deal.getKind().name(),
                        AvroEvents.micros(deal.getOccurredAt()),
                        deal.getOwner(),
                        deal.getAmountMinor(),
                        deal.getDealType() == null
                                ? null
                                : deal.getDealType().name().toLowerCase(Locale.ROOT)));
    }
}
