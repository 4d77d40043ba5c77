package io.enablement.streaming.state;

import io.enablement.domain.cohort.Cohort;
import io.enablement.domain.cohort.CohortMonth;
import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Change;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.GrowingTally;
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

    private final SideOutput out;
    private final CohortChanges cohorts;

    /** What the rep whose turn it is has added since the months were settled. */
    private final Map<MonthKey, GrowingTally> changes = new LinkedHashMap<>();

    RepMonths(RuntimeContext context, SideOutput out, CohortChanges cohorts) {
        this.out = out;
        this.cohorts = cohorts;
        months =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "months",
                                TypeInformation.of(MonthKey.class),
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** Records entries at once; the months follow when they are settled. */
    void add(List<Entry> entries, String subject, RepInput input) {
        for (Entry entry : entries) {
            record(entry, subject, input);
            changes.computeIfAbsent(entry.month(), month -> new GrowingTally())
                    .add(entry.part(), entry.bucket(), entry.amount());
        }
    }

    /** Brings the months of a rep up to its entries, and tells the cohorts of these exposures. */
    void settle(String repId, List<Exposure> exposures) throws Exception {
        for (Map.Entry<MonthKey, GrowingTally> changed : changes.entrySet()) {
            Tally change = changed.getValue().tally();
            if (!change.isZero()) {
                settle(repId, changed.getKey(), change, exposures);
            }
        }
        changes.clear();
    }

    /** All months of the rep that count for a cohort enter it. */
    void enter(Cohort cohort) throws Exception {
        for (Map.Entry<MonthKey, byte[]> month : months.entries()) {
            tell(cohort, month.getKey(), Tally.unpack(month.getValue()));
        }
    }

    /** All months of the rep that count for a cohort leave it. */
    void leave(Cohort cohort) throws Exception {
        for (Map.Entry<MonthKey, byte[]> month : months.entries()) {
            tell(cohort, month.getKey(), Tally.unpack(month.getValue()).negated());
        }
    }

    private void settle(String repId, MonthKey month, Tally change, List<Exposure> exposures)
            throws Exception {
        byte[] before = months.get(month);
        Tally sum = before == null ? change : GrowingTally.unpack(before).add(change).tally();
        if (sum.isZero()) {
            months.remove(month);
        } else {
            months.put(month, sum.pack());
        }
        out.send(MONTHS, new Change<>(new RepMonth(repId, month, sum), sum.isZero()));
        for (Exposure exposure : exposures) {
            tell(exposure.cohortOf(), month, change);
        }
    }

    private void record(Entry entry, String subject, RepInput input) {
        if (input.content() == null) {
            out.send(LEDGER, new LedgerEntry(input.repId(), subject, entry, input.cause()));
            return;
        }
        out.send(CONTENT_LEDGER, new LedgerEntry(input.repId(), subject, entry, MANY_USES));
    }

    private void tell(Cohort cohort, MonthKey month, Tally change) {
        if (cohort.counts(month)) {
            CohortMonth ofCohort = new CohortMonth(cohort, month.dealType(), month.monthIndex());
            cohorts.add(ofCohort, change);
        }
    }
}
