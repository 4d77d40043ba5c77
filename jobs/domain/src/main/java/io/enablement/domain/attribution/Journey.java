package io.enablement.domain.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The touches on the way of a deal that is over, in their order.
 *
 * @param leftOut how many touches it has more than a journey may have
 */
public record Journey(ClosedDeal deal, List<LinkedTouch> touches, int leftOut) {

    /** Less than half a step of what money is divided by is no credit. */
    private static final double LEAST_WEIGHT = 0.5e-12;

    private static final int UNATTRIBUTED = 0;

    /** Where the deal has no window, what is linked to it still is there no more in a moment. */
    public static Journey of(ClosedDeal deal, Collection<Links> links, AttributionRules rules) {
        if (!deal.isDated()) {
            return new Journey(deal, List.of(), 0);
        }
        Links all = Links.together(links, rules);
        return new Journey(deal, all.touches(), all.leftOut());
    }

    /** One that is there no more. */
    public static Journey gone(String dealId) {
        return new Journey(ClosedDeal.reopened(dealId), List.of(), 0);
    }

    public Set<JourneyFlag> flags() {
        Set<JourneyFlag> flags = EnumSet.noneOf(JourneyFlag.class);
        if (!deal.isDated()) {
            flags.add(JourneyFlag.UNDATED);
        }
        if (leftOut > 0) {
            flags.add(JourneyFlag.CAPPED);
        }
        if (!deal.priced()) {
            flags.add(JourneyFlag.NO_AMOUNT);
        } else if (deal.amountMinor() == null) {
            flags.add(JourneyFlag.NO_RATE);
        }
        return flags;
    }

    public List<JourneyTouch> steps() {
        return IntStream.range(0, touches.size())
                .mapToObj(place -> new JourneyTouch(deal.dealId(), place + 1, touches.get(place)))
                .toList();
    }

    /** Under every model; none where the deal is not won. */
    public List<Credit> credits(AttributionRules rules) {
        List<Credit> credits = new ArrayList<>();
        if (deal.isWon()) {
            for (RuleModel model : RuleModel.values()) {
                credits.addAll(touches.isEmpty() ? unattributed(model) : credits(model, rules));
            }
        }
        return credits;
    }

    private List<Credit> unattributed(RuleModel model) {
        return List.of(credit(model, UNATTRIBUTED, Touch.NONE, 1, deal.amountMinor()));
    }

    private List<Credit> credits(RuleModel model, AttributionRules rules) {
        double[] weights = model.weights(times(rules));
        long[] shares =
                CreditedMoney.shares(deal.amountMinor() == null ? 0 : deal.amountMinor(), weights);
        List<Credit> credits = new ArrayList<>();
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] >= LEAST_WEIGHT) {
                Touch touch = touches.get(place).touch();
                Long share = deal.amountMinor() == null ? null : (Long) shares[place];
                credits.add(credit(model, place + 1, touch, weights[place], share));
            }
        }
        return credits;
    }

    private TouchTimes times(AttributionRules rules) {
        long[] touched =
                touches.stream().mapToLong(linked -> linked.touch().occurredMicros()).toArray();
        return new TouchTimes(
                touched, deal.qualifiedMicros(), deal.closedMicros(), rules.halfLifeDays());
    }

    private Credit credit(
            RuleModel model, int position, Touch touch, double weight, Long amountMinor) {
        return new Credit(
                deal.dealId(), model, position, touch, weight, amountMinor, deal.closedMicros());
    }
}
