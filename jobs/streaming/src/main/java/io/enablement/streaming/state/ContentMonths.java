package io.enablement.streaming.state;

import io.enablement.domain.event.Change;
import io.enablement.domain.rep.ContentMonth;
import io.enablement.domain.rep.ContentTally;
import io.enablement.domain.rep.RepContentMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** How often each rep used each piece of content, month by month. */
public final class ContentMonths {

    public static final OutputTag<Change<RepContentMonth>> MONTHS =
            new OutputTag<>("content-months") {};

    /** The uses of each content and month; a month goes when none is left. */
    private final MapState<ContentMonth, byte[]> months;

    private final SideOutput out;

    /** What the rep whose turn it is has added since the months were settled. */
    private final Map<ContentMonth, ContentTally> changes = new LinkedHashMap<>();

    ContentMonths(RuntimeContext context, SideOutput out) {
        this.out = out;
        months =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "content-months",
                                TypeInformation.of(ContentMonth.class),
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    void add(Map<ContentMonth, ContentTally> more) {
        more.forEach((month, tally) -> changes.merge(month, tally, ContentTally::plus));
    }

    /** Brings the months of a rep up to what was added. */
    void settle(String repId) throws Exception {
        changes.values().removeIf(ContentTally::isZero);
        for (Map.Entry<ContentMonth, ContentTally> change : changes.entrySet()) {
            ContentTally sum = add(change.getKey(), change.getValue());
            RepContentMonth month = new RepContentMonth(repId, change.getKey(), sum);
            out.send(MONTHS, new Change<>(month, sum.isZero()));
        }
        changes.clear();
    }

    private ContentTally add(ContentMonth month, ContentTally change) throws Exception {
        byte[] before = months.get(month);
        ContentTally sum = before == null ? change : ContentTally.unpack(before).plus(change);
        if (sum.isZero()) {
            months.remove(month);
        } else {
            months.put(month, sum.pack());
        }
        return sum;
    }
}
