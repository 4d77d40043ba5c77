package io.enablement.streaming.state;

import io.enablement.domain.rep.PackedSubject;
import io.enablement.domain.rep.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** What each deal adds to the numbers of a rep. */
final class RepDeals {

    /** The packed subject of each deal; removed when it adds nothing any more or is frozen. */
    private final MapState<String, byte[]> deals;

    RepDeals(RuntimeContext context) {
        deals =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "deals",
                                Types.STRING,
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** What the deal has added until now. */
    Subject of(String dealId) throws Exception {
        byte[] packed = deals.get(dealId);
        return packed == null ? Subject.empty(dealId) : Subject.unpack(dealId, packed);
    }

    void keep(PackedSubject deal) throws Exception {
        deals.put(deal.name(), deal.bytes());
    }

    void remove(String dealId) throws Exception {
        deals.remove(dealId);
    }

    List<Subject> all() throws Exception {
        List<Subject> subjects = new ArrayList<>();
        for (Map.Entry<String, byte[]> deal : deals.entries()) {
            subjects.add(Subject.unpack(deal.getKey(), deal.getValue()));
        }
        return subjects;
    }
}
