package io.enablement.streaming.state;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.job.KeptAs;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/** The operators of attribution one behind the other, and the rows that a reader would see. */
final class AttributionRun implements AutoCloseable {

    static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    private final KeyedOneInputStreamOperatorTestHarness<String, TouchInput, LinkInput> touches;
    private final KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, FollowedChange> deals;
    private final KeyedOneInputStreamOperatorTestHarness<String, FollowedChange, LinkInput> claims;
    private final KeyedOneInputStreamOperatorTestHarness<String, LinkInput, JourneyInput> links;
    private final KeyedOneInputStreamOperatorTestHarness<String, JourneyInput, Change<Journey>>
            journeys;

    private final Map<String, Journey> shownJourneys = new TreeMap<>();
    private final Map<String, JourneyTouch> shownTouches = new TreeMap<>();
    private final Map<String, Credit> shownCredits = new TreeMap<>();
    private long linkMessages;
    private long rows;

    AttributionRun(AttributionRules rules) throws Exception {
        this(rules, rules.horizonMonths());
    }

    /**
     * @param keptMonths after how long state is dropped
     */
    AttributionRun(AttributionRules rules, int keptMonths) throws Exception {
        Retention horizon = new Retention(keptMonths);
        Retention twice = new Retention(2 * keptMonths);
        touches =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new KeepTouches(
                                RULES.calendar(),
                                twice,
                                new KeptAs<>(new TrainingFormat()),
                                new KeptAs<>(new ContentFormat())),
                        TouchInput::keeper,
                        Types.STRING);
        deals =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new FollowDeals(RULES, horizon, new KeptAs<>(new DealFormat())),
                        PackedEvent::aggregate,
                        Types.STRING);
        claims =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ClaimTouches(rules), FollowedChange::destination, Types.STRING);
        links =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new LinkTouches(rules, twice), LinkInput::link, Types.STRING);
        journeys =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new CreditDeals(rules), JourneyInput::dealId, Types.STRING);
        links.open();
        journeys.open();
    }

    void process(Event event) throws Exception {
        if (event instanceof DealEvent deal) {
            deals.processElement(OpenOperators.packed(deal), 0);
        } else if (event instanceof TrainingEvent training) {
            touches.processElement(TouchInput.of(training), 0);
        } else if (event instanceof ContentEvent use) {
            touches.processElement(TouchInput.of(use), 0);
        }
        passOn();
    }

    void process(List<? extends Event> events) throws Exception {
        for (Event event : events) {
            process(event);
        }
    }

    /** What waits for it is sent, from one operator to the next. */
    void checkpoint() throws Exception {
        links.prepareSnapshotPreBarrier(0);
        passOn();
        journeys.prepareSnapshotPreBarrier(0);
        collect();
    }

    /** The deals are read so far, touches are not. */
    void watermarkOfDeals(long millis) throws Exception {
        deals.processWatermark(millis);
        passOn();
        claims.processWatermark(millis);
        passOn();
    }

    void watermark(long millis) throws Exception {
        touches.processWatermark(millis);
        watermarkOfDeals(millis);
        links.processWatermark(millis);
        journeys.processWatermark(millis);
        passOn();
    }

    Map<String, Journey> journeys() {
        return shownJourneys;
    }

    Map<String, JourneyTouch> touches() {
        return shownTouches;
    }

    Map<String, Credit> credits() {
        return shownCredits;
    }

    /** How many lists of touches were sent to deals. */
    long linkMessages() {
        return linkMessages;
    }

    long rows() {
        return rows;
    }

    List<DeadLetter> deadLetters() {
        return SideOutputs.of(touches, Refused.DEAD_LETTERS);
    }

    /** How many deals, days of touches, claims and lists of touches are kept. */
    Kept kept() throws Exception {
        return new Kept(
                deals.numKeyedStateEntries(),
                entries(touches, "content-events", Types.LONG),
                entries(links, "touches", Types.INT),
                entries(links, "claims", Types.STRING),
                entries(journeys, "links", Types.STRING));
    }

    /** How much is kept. */
    record Kept(long deals, long uses, long days, long claims, long lists) {}

    private static <K> long entries(
            KeyedOneInputStreamOperatorTestHarness<String, ?, ?> harness,
            String state,
            TypeInformation<K> key)
            throws Exception {
        long[] entries = new long[1];
        ((AbstractStreamOperator<?>) harness.getOperator())
                .<String>getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        new MapStateDescriptor<>(
                                state, key, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
                        (String keptFor, MapState<K, byte[]> map) ->
                                map.keys().forEach(each -> entries[0]++));
        return entries[0];
    }

    @Override
    public void close() {
        IOUtils.closeAllQuietly(touches, deals, claims, links, journeys);
    }

    private void passOn() throws Exception {
        drain(touches, links);
        drain(deals, claims);
        drain(claims, links);
        for (JourneyInput input; (input = poll(claims, ClaimTouches.CLOSED_DEALS)) != null; ) {
            journeys.processElement(input, 0);
        }
        linkMessages += links.getOutput().size();
        drain(links, journeys);
    }

    private void collect() {
        while (!journeys.getOutput().isEmpty()) {
            if (journeys.getOutput().poll() instanceof StreamRecord<?> change) {
                show((Change<?>) change.getValue());
            }
        }
        show(CreditDeals.TOUCHES, shownTouches, AttributionRun::name);
        show(CreditDeals.CREDITS, shownCredits, AttributionRun::name);
    }

    private void show(Change<?> change) {
        rows++;
        Journey journey = (Journey) change.value();
        if (change.gone()) {
            shownJourneys.remove(journey.deal().dealId());
        } else {
            shownJourneys.put(journey.deal().dealId(), journey);
        }
    }

    private <T> void show(
            OutputTag<Change<T>> tag, Map<String, T> shown, Function<T, String> name) {
        for (Change<T> change; (change = poll(journeys, tag)) != null; ) {
            rows++;
            if (change.gone()) {
                shown.remove(name.apply(change.value()));
            } else {
                shown.put(name.apply(change.value()), change.value());
            }
        }
    }

    static String name(JourneyTouch touch) {
        return "%s %05d".formatted(touch.dealId(), touch.position());
    }

    static String name(Credit credit) {
        return "%s %s %05d".formatted(credit.dealId(), credit.model(), credit.position());
    }

    private static <T> void drain(
            KeyedOneInputStreamOperatorTestHarness<String, ?, T> from,
            KeyedOneInputStreamOperatorTestHarness<String, T, ?> to)
            throws Exception {
        while (!from.getOutput().isEmpty()) {
            if (from.getOutput().poll() instanceof StreamRecord<?> element) {
                @SuppressWarnings("unchecked")
                T value = (T) element.getValue();
                to.processElement(value, 0);
            }
        }
    }

    private static <T> T poll(
            KeyedOneInputStreamOperatorTestHarness<String, ?, ?> harness, OutputTag<T> tag) {
        Queue<StreamRecord<T>> values = harness.getSideOutput(tag);
        StreamRecord<T> next = values == null ? null : values.poll();
        return next == null ? null : next.getValue();
    }
}
