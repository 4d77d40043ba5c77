package io.enablement.bench.flinksql;

import io.enablement.bench.question.Counts;
import io.enablement.bench.question.FoldedDeal;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * What a deal adds to its reps. Who owned a deal when it was closed takes two joins in plain SQL;
 * the aggregate function is several times as fast, so it stands for Flink's SQL here.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<rep_id STRING, deal_type STRING, month_day STRING, created BIGINT, won BIGINT, lost BIGINT, won_amount BIGINT>>"))
public final class FoldDeal extends AggregateFunction<Row[], FoldedDeal> {

    private static final long serialVersionUID = 1;

    @Override
    public FoldedDeal createAccumulator() {
        return new FoldedDeal();
    }

    public void accumulate(
            FoldedDeal deal, String kind, Long at, String owner, Long amount, String type) {
        deal.add(kind, at, owner, amount, type);
    }

    @Override
    public Row[] getValue(FoldedDeal deal) {
        return deal.parts().stream()
                .map(
                        part -> {
                            Counts counts = part.counts();
                            return Row.of(
                                    part.rep(),
                                    part.dealType(),
                                    part.month(),
                                    counts.created(),
                                    counts.won(),
                                    counts.lost(),
                                    counts.wonAmount());
                        })
                .toArray(Row[]::new);
    }
}
