package io.enablement.impact.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.domain.metric.Interval;
import io.enablement.impact.PublicData;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The frequentist test cases of GrowthBook and PostHog, to the digits that they state. */
final class PublishedCasesTest {

    private static final double LEVEL = .95;

    @TestFactory
    Stream<DynamicTest> agreesWith() throws IOException {
        JsonNode cases = PublicData.json("statistics/cases.json").get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(each -> !each.get("test").asText().equals("bayes"))
                .map(each -> dynamicTest(each.get("name").asText(), () -> check(each)));
    }

    private static void check(JsonNode published) {
        Difference difference = difference(published);
        JsonNode expected = published.get("expected");
        JsonNode options = published.get("options");
        Offset<Double> digits = within(published.get("tolerance").asDouble());

        assertThat(difference.estimate()).isCloseTo(expected.get("expected").asDouble(), digits);
        if (expected.has("stderr")) {
            assertThat(difference.standardError())
                    .isCloseTo(expected.get("stderr").asDouble(), digits);
        }
        assertThat(pValue(difference, options)).isCloseTo(expected.get("p").asDouble(), digits);
        Interval interval = interval(difference, options);
        checkBound(interval.lower(), expected.get("ci").get(0), digits);
        checkBound(interval.upper(), expected.get("ci").get(1), digits);
    }

    private static Difference difference(JsonNode published) {
        Arm treated = arm(published.get("treatment"));
        Arm control = arm(published.get("control"));
        return (published.get("options").get("difference").asText().equals("relative")
                        ? Difference.relative(treated, control)
                        : Difference.absolute(treated, control))
                .orElseThrow();
    }

    private static Arm arm(JsonNode sums) {
        long units = sums.get("n").asLong();
        if (sums.get("type").asText().equals("proportion")) {
            return Arm.ofTrials(sums.get("sum").asLong(), units).orElseThrow();
        }
        return Sample.ofSums(units, sums.get("sum").asDouble(), sums.get("sum_squares").asDouble())
                .arm()
                .orElseThrow();
    }

    private static double pValue(Difference difference, JsonNode options) {
        return options.has("tuning")
                ? sequence(options).pValue(difference)
                : difference.pValue(alternative(options));
    }

    private static Interval interval(Difference difference, JsonNode options) {
        return options.has("tuning")
                ? sequence(options).interval(difference)
                : difference.interval(LEVEL, alternative(options));
    }

    private static ConfidenceSequence sequence(JsonNode options) {
        return new ConfidenceSequence(LEVEL, options.get("tuning").asDouble());
    }

    private static Alternative alternative(JsonNode options) {
        return options.has("side")
                ? Alternative.valueOf(options.get("side").asText().toUpperCase(Locale.ROOT))
                : Alternative.TWO_SIDED;
    }

    /** A side without an end is null. */
    private static void checkBound(double bound, JsonNode expected, Offset<Double> digits) {
        if (expected.isNull()) {
            assertThat(bound).isInfinite();
        } else {
            assertThat(bound).isCloseTo(expected.asDouble(), digits);
        }
    }
}
