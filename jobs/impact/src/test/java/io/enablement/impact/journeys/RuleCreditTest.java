package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Close.assertClose;
import static io.enablement.impact.journeys.Examples.journeys;
import static io.enablement.impact.journeys.Examples.lost;
import static io.enablement.impact.journeys.Examples.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enablement.domain.attribution.RuleModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RuleCreditTest {

    private static final Journeys THREE =
            journeys(won("A>B>A>B>B>A"), won("A>B>B>A>A"), won("A>A"), lost("B"));

    @Test
    void everyTouchOfAPathCounts() {
        assertThat(conversions(RuleModel.FIRST)).isEqualTo(Map.of("A", 3.0, "B", 0.0));
        assertThat(conversions(RuleModel.LAST)).isEqualTo(Map.of("A", 3.0, "B", 0.0));
        assertClose(conversions(RuleModel.LINEAR), Map.of("A", 2.1, "B", .9), 1e-12);
        // B: .2 · 3 ÷ 4 and .2 · 2 ÷ 3
        assertClose(
                conversions(RuleModel.POSITION),
                Map.of("A", 3 - .15 - .4 / 3, "B", .15 + .4 / 3),
                1e-12);
    }

    @Test
    void valuesFollowTheSameWeights() {
        Journeys journeys =
                Journeys.of(List.of(new Journey(List.of("A", "B", "A", "A"), 3, 5, 120)));

        assertClose(
                Examples.values(new RuleCredit(RuleModel.LINEAR), journeys),
                Map.of("A", 90.0, "B", 30.0),
                1e-12);
    }

    @Test
    void refusesRulesThatNeedTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleCredit(RuleModel.TIME_DECAY))
                .withMessage("time_decay needs the times of the touches; paths have none");
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleCredit(RuleModel.W_SHAPED));
    }

    private static Map<String, Double> conversions(RuleModel rule) {
        return Examples.conversions(new RuleCredit(rule), THREE);
    }
}
