package io.enablement.streaming.state;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.LinkKey;
import io.enablement.domain.attribution.Links;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.attribution.TouchWindow;
import io.enablement.domain.event.Retention;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Brings touches and deals together at their links: for each deal that claims touches it tells
 * which those are, all of them each time, and no more than a journey may have. A touch that comes
 * is only added to its day; deals are looked at once for each checkpoint, and only if a touch is
 * earlier than the last time up to which any deal claims touches.
 */
public final class LinkTouches extends RestateAtCheckpoint<LinkInput, JourneyInput> {

    private static final long serialVersionUID = 1;

    private final AttributionRules rules;
    private final Retention retention;

    private transient TouchDays touches;

    /** The windows of each deal, packed; removed when it claims nothing any more, or is frozen. */
    private transient MapState<String, byte[]> claims;

    /** The latest end of any window there was; never cleared. */
    private transient ValueState<Long> claimedUntil;

    /** Since when each deal is frozen; removed with what it claims. */
    private transient MapState<String, Long> frozen;

    private transient Looks looks;
    private transient Map<String, Stale> stale;

    public LinkTouches(AttributionRules rules, Retention retention) {
        this.rules = rules;
        this.retention = retention;
    }

    @Override
    public void open() throws Exception {
        super.open();
        touches = new TouchDays(getRuntimeContext());
        claims =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "claims",
                                        Types.STRING,
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        claimedUntil =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("claimed-until", Types.LONG));
        frozen =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "frozen-claims", Types.STRING, Types.LONG));
        looks = new Looks(getRuntimeContext());
        stale = new HashMap<>();
    }

    @Override
    boolean keep(LinkInput input, String link) throws Exception {
        return switch (input.kind()) {
            case TOUCHED, UNTOUCHED -> keepTouch(input, link);
            case CLAIMED -> claim(input, link);
            case LEFT -> leave(input, link);
            case FROZEN -> freeze(input);
        };
    }

    @Override
    void restate(String link) throws Exception {
        Stale changed = stale.remove(link);
        Map<String, List<TouchWindow>> deals = concernedBy(changed);
        LinkKey key = LinkKey.parse(link);
        NavigableMap<Integer, List<Touch>> days = touches.between(key, first(deals), last(deals));
        deals.forEach(
                (dealId, windows) -> {
                    Links links = Links.of(touches(days, windows), windows, rules);
                    send(JourneyInput.linked(dealId, link, links));
                });
        for (String dealId : changed.deals) {
            if (!deals.containsKey(dealId)) {
                send(JourneyInput.linked(dealId, link, Links.NONE));
            }
        }
    }

    @Override
    void drop() throws Exception {
        long millis = timers().currentWatermark();
        looks.clear();
        boolean claimsWait = dropClaims(millis);
        boolean touchesWait = touches.drop(retention.startMicros(millis));
        if (claimsWait || touchesWait) {
            looks.plan(millis, timers());
        }
    }

    private boolean keepTouch(LinkInput input, String link) throws Exception {
        Touch touch = input.touch();
        if (isTooOld(touch)) {
            return false;
        }
        if (input.kind() == LinkInput.Kind.TOUCHED) {
            touches.add(touch);
            looks.plan(TimeUnit.MICROSECONDS.toMillis(touch.occurredMicros()), timers());
        } else {
            touches.remove(touch);
        }
        Long until = claimedUntil.value();
        if (until == null || touch.occurredMicros() >= until) {
            return false;
        }
        stale(link).touched(touch);
        return true;
    }

    /** Others of its time are dropped already. */
    private boolean isTooOld(Touch touch) {
        long watermark = timers().currentWatermark();
        return watermark != Long.MIN_VALUE
                && watermark != Long.MAX_VALUE
                && touch.occurredMicros() < retention.startMicros(watermark);
    }

    private boolean claim(LinkInput input, String link) throws Exception {
        claims.put(input.dealId(), input.windows());
        long until = end(TouchWindow.unpack(input.windows()));
        Long former = claimedUntil.value();
        if (former == null || former < until) {
            claimedUntil.update(until);
        }
        stale(link).deals.add(input.dealId());
        return true;
    }

    private boolean leave(LinkInput input, String link) throws Exception {
        claims.remove(input.dealId());
        stale(link).deals.add(input.dealId());
        return true;
    }

    /** Its claims go when all sources have come as far as that of the deals. */
    private boolean freeze(LinkInput input) throws Exception {
        frozen.put(input.dealId(), input.frozenMillis());
        looks.plan(input.frozenMillis(), timers());
        return false;
    }

    private boolean isFrozen(String dealId) throws Exception {
        Long since = frozen.get(dealId);
        return since != null && since <= timers().currentWatermark();
    }

    /** Whether there are some whose time has not come. */
    private boolean dropClaims(long millis) throws Exception {
        boolean waits = false;
        Iterator<Map.Entry<String, Long>> deals = frozen.iterator();
        while (deals.hasNext()) {
            Map.Entry<String, Long> deal = deals.next();
            if (deal.getValue() > millis) {
                waits = true;
            } else {
                claims.remove(deal.getKey());
                deals.remove();
            }
        }
        return waits;
    }

    private Stale stale(String link) {
        return stale.computeIfAbsent(link, key -> new Stale());
    }

    private Map<String, List<TouchWindow>> concernedBy(Stale changed) throws Exception {
        Map<String, List<TouchWindow>> deals = new HashMap<>();
        for (Map.Entry<String, byte[]> claim : claims.entries()) {
            List<TouchWindow> windows = TouchWindow.unpack(claim.getValue());
            if (changed.concerns(claim.getKey(), windows) && !isFrozen(claim.getKey())) {
                deals.put(claim.getKey(), windows);
            }
        }
        return deals;
    }

    private List<Touch> touches(
            NavigableMap<Integer, List<Touch>> days, List<TouchWindow> windows) {
        return days
                .subMap(TouchDays.day(first(windows)), true, TouchDays.day(end(windows)), true)
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private long first(Map<String, List<TouchWindow>> deals) {
        return deals.values().stream().mapToLong(this::first).min().orElse(0);
    }

    private long first(List<TouchWindow> windows) {
        return windows.stream().mapToLong(window -> window.firstMicros(rules)).min().orElseThrow();
    }

    private static long last(Map<String, List<TouchWindow>> deals) {
        return deals.values().stream().mapToLong(LinkTouches::end).max().orElse(0);
    }

    private static long end(List<TouchWindow> windows) {
        return windows.stream().mapToLong(TouchWindow::toMicros).max().orElseThrow();
    }

    /** What has changed at a link since its deals were last told. */
    private static final class Stale {
        private final Set<String> deals = new LinkedHashSet<>();
        private long firstTouched = Long.MAX_VALUE;
        private long lastTouched = Long.MIN_VALUE;

        void touched(Touch touch) {
            firstTouched = Math.min(firstTouched, touch.occurredMicros());
            lastTouched = Math.max(lastTouched, touch.occurredMicros());
        }

        boolean concerns(String dealId, List<TouchWindow> windows) {
            return deals.contains(dealId)
                    || windows.stream().anyMatch(window -> window.meets(firstTouched, lastTouched));
        }
    }
}
