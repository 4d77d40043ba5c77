package io.enablement.streaming.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in whatever order, however often and with checkpoints anywhere, the rows are those
 * of the plain definition. Catches a touch, a claim or a list that is not taken back, a row that
 * stays, and whatever is looked at too rarely.
 */
class AttributionOrderTest {

    private static final int ORGANISATIONS = 30;

    /** Short enough that look-back, horizon and cap all matter. */
    private static final AttributionRules RULES = new AttributionRules(30, 60, 10, 0, 7, 5, 3);

    @Test
    void givesTheSameRowsInAnyOrderAndWithDuplicates() throws Exception {
        int touches = 0;
        int leftOut = 0;
        for (int seed = 0; seed < ORGANISATIONS; seed++) {
            List<Event> events = RandomOrganisation.events(seed);
            Map<String, Journey> expected = SimpleAttribution.journeys(events, RULES);

            try (AttributionRun run = new AttributionRun(RULES)) {
                process(RandomOrganisation.rearranged(events, seed), run, new Random(seed));

                assertThat(run.journeys()).as("organisation %d", seed).isEqualTo(expected);
                assertThat(run.touches()).as("organisation %d", seed).isEqualTo(steps(expected));
                assertThat(run.credits()).as("organisation %d", seed).isEqualTo(credits(expected));
            }
            touches += expected.values().stream().mapToInt(j -> j.touches().size()).sum();
            leftOut += expected.values().stream().mapToInt(Journey::leftOut).sum();
        }
        assertThat(touches).isGreaterThan(5 * ORGANISATIONS);
        assertThat(leftOut).isGreaterThan(ORGANISATIONS);
    }

    private static void process(List<Event> arrivals, AttributionRun run, Random random)
            throws Exception {
        for (Event event : arrivals) {
            run.process(event);
            if (random.nextInt(20) == 0) {
                run.checkpoint();
            }
        }
        run.checkpoint();
    }

    private static Map<String, JourneyTouch> steps(Map<String, Journey> journeys) {
        Map<String, JourneyTouch> steps = new TreeMap<>();
        journeys.values()
                .forEach(
                        journey ->
                                journey.steps()
                                        .forEach(
                                                step ->
                                                        steps.put(
                                                                AttributionRun.name(step), step)));
        return steps;
    }

    private static Map<String, Credit> credits(Map<String, Journey> journeys) {
        Map<String, Credit> credits = new TreeMap<>();
        journeys.values()
                .forEach(
                        journey ->
                                journey.credits(RULES)
                                        .forEach(
                                                credit ->
                                                        credits.put(
                                                                AttributionRun.name(credit),
                                                                credit)));
        return credits;
    }
}
