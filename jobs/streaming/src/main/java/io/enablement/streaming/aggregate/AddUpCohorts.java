package io.enablement.streaming.aggregate;

import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.event.Change;
import io.enablement.domain.rep.GrowingTally;
import io.enablement.domain.rep.Tally;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds the changes of each month of a cohort up to its numbers. */
public final class AddUpCohorts
        extends KeyedProcessFunction<CohortMonth, CohortTally, Change<CohortTally>> {

    private static final long serialVersionUID = 1;

    /** The packed sums; cleared when all of them have returned to zero. */
    private transient ValueState<byte[]> tally;

    @Override
    public void open(OpenContext context) {
        tally =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "tally",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(
            CohortTally change, Context context, Collector<Change<CohortTally>> out)
            throws Exception {
        byte[] before = tally.value();
        Tally sum =
                before == null
                        ? change.tally()
                        : GrowingTally.unpack(before).add(change.tally()).tally();
        if (sum.isZero()) {
            tally.clear();
        } else {
            tally.update(sum.pack());
        }
        out.collect(new Change<>(new CohortTally(change.month(), sum), sum.isZero()));
    }
}
