package io.enablement.streaming.state;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.attribution.Links;
import io.enablement.domain.event.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Makes the journey of each closed deal of what its links tell, and credits its touches. */
public final class CreditDeals extends RestateAtCheckpoint<JourneyInput, Change<Journey>> {

    public static final OutputTag<Change<JourneyTouch>> TOUCHES = new OutputTag<>("touches") {};
    public static final OutputTag<Change<Credit>> CREDITS = new OutputTag<>("credits") {};

    private static final long serialVersionUID = 1;

    private final AttributionRules rules;

    /** The deal; cleared when it is not closed any more, or frozen. */
    private transient ValueState<ClosedDeal> closed;

    /** The packed touches of each link; removed when there are none, or the deal is frozen. */
    private transient MapState<String, byte[]> links;

    /** Which rows stand in the tables; cleared when none do, or the deal is frozen. */
    private transient ValueState<byte[]> written;

    public CreditDeals(AttributionRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        closed =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "closed", TypeInformation.of(ClosedDeal.class)));
        links =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "links",
                                        Types.STRING,
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        written =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "written",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    boolean keep(JourneyInput input, String dealId) throws Exception {
        switch (input.kind()) {
            case CLOSED -> closed.update(input.closed());
            case NOT_CLOSED -> closed.clear();
            case LINKED -> {
                return keepLinks(input);
            }
            case FROZEN -> {
                timers().registerEventTimeTimer(input.frozenMillis());
                return false;
            }
        }
        return true;
    }

    @Override
    void restate(String dealId) throws Exception {
        byte[] packed = written.value();
        WrittenJourney before =
                packed == null ? WrittenJourney.NONE : WrittenJourney.unpack(packed);
        ClosedDeal deal = closed.value();
        if (deal != null) {
            write(Journey.of(deal, links(), rules), before);
        } else if (packed != null) {
            send(Change.endOf(Journey.gone(dealId)));
            writeEndOf(dealId, before, WrittenJourney.NONE);
            written.clear();
        }
    }

    /** The deal is frozen, and all sources have come as far as that of the deals. */
    @Override
    void drop() {
        closed.clear();
        links.clear();
        written.clear();
    }

    private void write(Journey journey, WrittenJourney before) throws Exception {
        List<Credit> credits = journey.credits(rules);
        WrittenJourney after = WrittenJourney.of(journey.touches().size(), credits);
        send(Change.to(journey));
        journey.steps().forEach(step -> send(TOUCHES, Change.to(step)));
        credits.forEach(credit -> send(CREDITS, Change.to(credit)));
        writeEndOf(journey.deal().dealId(), before, after);
        written.update(after.pack());
    }

    private void writeEndOf(String dealId, WrittenJourney before, WrittenJourney after) {
        for (int position = after.touches() + 1; position <= before.touches(); position++) {
            send(TOUCHES, Change.endOf(JourneyTouch.gone(dealId, position)));
        }
        before.creditsMissingFrom(after, dealId)
                .forEach(credit -> send(CREDITS, Change.endOf(credit)));
    }

    private boolean keepLinks(JourneyInput input) throws Exception {
        byte[] before = links.get(input.link());
        if (input.links().length == 0) {
            links.remove(input.link());
            return before != null;
        }
        links.put(input.link(), input.links());
        return !Arrays.equals(input.links(), before);
    }

    private List<Links> links() throws Exception {
        List<Links> all = new ArrayList<>();
        for (Map.Entry<String, byte[]> link : links.entries()) {
            all.add(Links.unpack(LinkKey.parse(link.getKey()), link.getValue()));
        }
        return all;
    }

    private <T> void send(OutputTag<T> tag, T value) {
        output.collect(tag, new StreamRecord<>(value));
    }
}
