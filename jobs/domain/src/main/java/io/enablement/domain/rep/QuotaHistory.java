package io.enablement.domain.rep;

import io.enablement.domain.deal.LargestRemainder;
import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Price;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.deal.Valued;
import io.enablement.domain.event.FiscalPeriod;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.Voidable;
import io.enablement.domain.rep.QuotaVersion.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All quota events of one rep. For each fiscal period the quota with the latest effective time
 * counts; a month takes the finest period that covers it.
 */
public record QuotaHistory(List<QuotaEvent> events) {

    public static final QuotaHistory NONE = new QuotaHistory(List.of());

    /** A quota of nothing, or without a rate, hides that of a longer period and is none itself. */
    private static final long NO_QUOTA = 0;

    private static final Comparator<QuotaEvent> BY_EFFECT =
            Comparator.comparingLong(QuotaEvent::effectiveAtMicros).thenComparing(QuotaEvent.ORDER);

    public Insertion<QuotaEvent> with(QuotaEvent event, Function<QuotaEvent, byte[]> bytes) {
        return Insertion.of(events, event, bytes);
    }

    /** Every quota that was set, and whether it counts. */
    public List<QuotaVersion> versions() {
        List<QuotaEvent> standing = Voidable.standing(events);
        Map<String, QuotaEvent> current = current(standing);
        return events.stream()
                .filter(event -> !event.isVoid())
                .map(event -> new QuotaVersion(event, state(event, standing, current)))
                .toList();
    }

    /**
     * The effective quota of each month: the ramp where there is one, else the period's quota
     * spread over its months by active days with the largest remainder. Months without a quota have
     * none.
     */
    public List<Posting> postings(Tenures tenures, Rules rules) {
        Map<Month, Long> months = new TreeMap<>();
        current(Voidable.standing(events)).values().stream()
                .sorted(Comparator.comparingInt(quota -> -period(quota).months()))
                .forEach(quota -> months.putAll(spread(quota, tenures, rules)));
        List<Posting> postings = new ArrayList<>();
        months.forEach(
                (month, amount) -> {
                    if (amount == NO_QUOTA) {
                        return;
                    }
                    Moment at = tenures.firstKnown(month, rules.calendar());
                    postings.add(new Posting(Part.QUOTA, 0, amount, at));
                    postings.add(new Posting(Part.QUOTA_HOLDERS, 0, 1, at));
                });
        return postings;
    }

    /** There is a rate for the quota's currency on the first day of its period. */
    public static boolean isCovered(QuotaEvent quota, Rules rules) {
        Month first = period(quota).first(rules.calendar().fiscalYearStart());
        Price price = new Price(true, quota.amountMinor(), quota.currency());
        return rules.rates().value(price, first.firstDay()).isPresent();
    }

    private static Map<String, QuotaEvent> current(List<QuotaEvent> standing) {
        Map<String, QuotaEvent> current = new HashMap<>();
        standing.stream().sorted(BY_EFFECT).forEach(event -> current.put(event.period(), event));
        return current;
    }

    private static State state(
            QuotaEvent event, List<QuotaEvent> standing, Map<String, QuotaEvent> current) {
        if (!standing.contains(event)) {
            return State.VOIDED;
        }
        return event.equals(current.get(event.period())) ? State.CURRENT : State.SUPERSEDED;
    }

    private static Map<Month, Long> spread(QuotaEvent quota, Tenures tenures, Rules rules) {
        Month first = period(quota).first(rules.calendar().fiscalYearStart());
        List<Month> months =
                IntStream.range(0, period(quota).months()).mapToObj(first::plus).toList();
        List<Long> amounts =
                quota.scheduleMinor().isEmpty()
                        ? byActiveDays(
                                value(quota, quota.amountMinor(), rules), months, tenures, rules)
                        : quota.scheduleMinor().stream()
                                .map(amount -> value(quota, amount, rules))
                                .toList();
        Map<Month, Long> spread = new TreeMap<>();
        for (int place = 0; place < months.size(); place++) {
            spread.put(months.get(place), amounts.get(place));
        }
        return spread;
    }

    private static List<Long> byActiveDays(
            long amount, List<Month> months, Tenures tenures, Rules rules) {
        List<Long> activeDays =
                months.stream()
                        .map(month -> (long) tenures.activeDays(month, rules.calendar()))
                        .toList();
        return Arrays.stream(LargestRemainder.shares(amount, activeDays)).boxed().toList();
    }

    /** In the reporting currency on the first day of the period; none where there is no rate. */
    private static long value(QuotaEvent quota, long amountMinor, Rules rules) {
        Month first = period(quota).first(rules.calendar().fiscalYearStart());
        return rules.rates()
                .value(new Price(true, amountMinor, quota.currency()), first.firstDay())
                .map(Valued::amountMinor)
                .orElse(NO_QUOTA);
    }

    private static FiscalPeriod period(QuotaEvent quota) {
        return FiscalPeriod.parse(quota.period()).orElseThrow();
    }
}
