package io.enablement.impact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

/** Numbers by name that agree up to a tolerance. */
final class Close {

    private Close() {}

    static void assertClose(
            Map<String, Double> actual, Map<String, Double> expected, double tolerance) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (name, number) ->
                        assertThat(actual.get(name)).as(name).isCloseTo(number, within(tolerance)));
    }
}
