package io.enablement.impact.journeys;

import io.enablement.domain.attribution.RuleModel;
import io.enablement.domain.attribution.TouchTimes;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;

/** Credit by a rule that looks at the order of the touches alone. */
public final class RuleCredit implements CreditModel {

    /** The rules that need no times, which paths do not have. */
    public static final Set<RuleModel> TIMELESS =
            Set.copyOf(
                    EnumSet.of(
                            RuleModel.FIRST, RuleModel.LAST, RuleModel.LINEAR, RuleModel.POSITION));

    private final RuleModel rule;

    public RuleCredit(RuleModel rule) {
        if (!TIMELESS.contains(rule)) {
            throw new IllegalArgumentException(
                    rule.label() + " needs the times of the touches; paths have none");
        }
        this.rule = rule;
    }

    @Override
    public String label() {
        return rule.label();
    }

    @Override
    public Credit credit(Journeys journeys) {
        double[] conversions = new double[journeys.channels().size()];
        double[] values = new double[conversions.length];
        for (int path = 0; path < journeys.paths(); path++) {
            int[] channels = journeys.path(path);
            double[] weights = rule.weights(inOrder(channels.length));
            for (int place = 0; place < weights.length; place++) {
                conversions[channels[place]] += weights[place] * journeys.won(path);
                values[channels[place]] += weights[place] * journeys.value(path);
            }
        }
        return Credit.of(conversions, values);
    }

    private static TouchTimes inOrder(int touches) {
        return new TouchTimes(LongStream.range(0, touches).toArray(), null, touches, 1);
    }
}
