package io.enablement.streaming.state;

import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Change;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepMonth;
import io.enablement.domain.rep.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The months of each rep: entries go to the ledger, add up here, and are passed on to the cohorts.
 */
public final class RepMonths {

    public static final OutputTag<LedgerEntry> LEDGER = new OutputTag<>("ledger") {};

    /** Content uses are too many to be named one by one: their entries may be added up. */
    public static final OutputTag<LedgerEntry> CONTENT_LEDGER =
            new OutputTag<>("content-ledger") {};

    public static final OutputTag<Change<RepMonth>> MONTHS = new OutputTag<>("rep-months") {};

    private static final Cause MANY_USES = new Cause("content", "", "");

    /** The packed sums of each month; a month goes when all of its parts have returned to zero. */
    private final MapState<MonthKey, byte[]> months;

    RepMonths(RuntimeContext context) {
        months =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "months",
                                TypeInformation.of(MonthKey.class),
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    void add(List<Entry> entries, String subject, List<Exposure> exposures, Turn turn)
            throws Exception {
        Map<MonthKey, Tally> changes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            record(entry, subject, turn);
            changes.merge(
                    entry.month(),
                    Tally.NONE.plus(entry.part(), entry.bucket(), entry.amount()),
                    Tally::plus);
        }
        for (Map.Entry<MonthKey, Tally> change : changes.entrySet()) {
            Tally sum = add(change.getKey(), change.getValue());
            RepMonth month = new RepMonth(turn.input().repId(), change.getKey(), sum);
            turn.context().output(MONTHS, new Change<>(month, sum.isZero()));
            for (Exposure exposure : exposures) {
                tell(exposure.cohortOf(), change.getKey(), change.getValue(), turn.cohorts());
            }
        }
    }

    /** All months of the rep that count for a cohort enter it. */
    void enter(Cohort cohort, Collector<CohortTally> out) throws Exception {
        for (Map.Entry<MonthKey, byte[]> month : months.entries()) {
            tell(cohort, month.getKey(), Tally.unpack(month.getValue()), out);
        }
    }

    /** All months of the rep that count for a cohort leave it. */
    void leave(Cohort cohort, Collector<CohortTally> out) throws Exception {
        for (Map.Entry<MonthKey, byte[]> month : months.entries()) {
            tell(cohort, month.getKey(), Tally.unpack(month.getValue()).negated(), out);
        }
    }

    private Tally add(MonthKey month, Tally change) throws Exception {
        byte[] before = months.get(month);
        Tally sum = before == null ? change : Tally.unpack(before).plus(change);
        if (sum.isZero()) {
            months.remove(month);
        } else {
            months.put(month, sum.pack());
        }
        return sum;
    }

    private static void record(Entry entry, String subject, Turn turn) {
        RepInput input = turn.input();
        if (input.content() == null) {
            LedgerEntry named = new LedgerEntry(input.repId(), subject, entry, input.cause());
            turn.context().output(LEDGER, named);
            return;
        }
        LedgerEntry oneOfMany = new LedgerEntry(input.repId(), subject, entry, MANY_USES);
        turn.context().output(CONTENT_LEDGER, oneOfMany);
    }

    private static void tell(
            Cohort cohort, MonthKey month, Tally change, Collector<CohortTally> out) {
        if (cohort.counts(month)) {
            CohortMonth ofCohort = new CohortMonth(cohort, month.dealType(), month.monthIndex());
            out.collect(new CohortTally(ofCohort, change));
        }
    }
}
