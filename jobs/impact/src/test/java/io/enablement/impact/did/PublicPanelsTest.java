package io.enablement.impact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.impact.PublicData;
import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import io.enablement.impact.panel.PanelColumns;
import io.enablement.impact.panel.PanelTable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers published by others. */
final class PublicPanelsTest {

    private static final Estimation NEVER_TREATED =
            Estimation.STANDARD.withControls(Controls.NEVER).withBootstrap(0, 1);

    @ParameterizedTest
    @EnumSource
    void givesEveryEffectOfTheCountiesWithItsError(Method method) throws IOException {
        GroupTimeResult result = counties(NEVER_TREATED.withMethod(method));

        List<JsonNode> expected = expected().findParents("att");
        assertThat(result.cells()).hasSameSizeAs(expected);
        for (int each = 0; each < expected.size(); each++) {
            Cell cell = result.cells().get(each);
            assertThat(cell.group()).isEqualTo(expected.get(each).get("group").asInt());
            assertThat(cell.time()).isEqualTo(expected.get(each).get("t").asInt());
            assertEstimate(cell.estimate(), expected.get(each), "att", "se");
        }
    }

    @Test
    void givesEveryAverageOfTheCountiesWithItsError() throws IOException {
        GroupTimeResult result = counties(NEVER_TREATED);

        for (JsonNode expected : expected().get("aggregates")) {
            Kind kind = Kind.valueOf(expected.get("type").asText().toUpperCase(Locale.ROOT));
            Aggregate aggregate = result.aggregate(kind);
            assertEstimate(aggregate.overall(), expected, "overall_att", "overall_se");
            if (kind != Kind.SIMPLE) {
                Estimate point = point(aggregate, expected.get("egt").asInt());
                assertEstimate(point, expected, "att_egt", "se_egt");
            }
        }
    }

    @Test
    void givesTheTestOfTheCountiesBeforeTheStart() throws IOException {
        PreTrend test = counties(NEVER_TREATED).preTrend();

        assertThat(expected().get("pretest").asText())
                .isEqualTo("Wald W=7.79123662720035, p=0.16812");
        assertThat(test.statistic()).isCloseTo(7.79123662720035, within(1e-8));
        assertThat(test.degrees()).isEqualTo(5);
        assertThat(test.p()).isCloseTo(0.16812, within(5e-6));
    }

    /** As the authors print them for the doubly robust estimator with the counties' population. */
    @Test
    void givesThePublishedEffectsWithACovariate() {
        PanelColumns columns =
                PanelColumns.of("countyreal", "year", "lemp", "first.treat")
                        .withCovariates(List.of("lpop"));
        GroupTimeResult result =
                GroupTimeEffects.of(
                        PanelTable.read(PublicData.file("group-time/panel.csv"), columns),
                        NEVER_TREATED);

        assertThat(result.cells())
                .extracting(cell -> Math.round(1e4 * cell.estimate().value()))
                .containsExactly(
                        -145L, -764L, -1404L, -1069L, -5L, -62L, 10L, -413L, 267L, -46L, -284L,
                        -288L);
        assertThat(result.preTrend().p()).isCloseTo(0.23267, within(5e-6));
    }

    @Test
    void givesTheDifferenceOfAllRestaurantsThatAnswered() {
        GroupTimeResult result =
                GroupTimeEffects.of(
                        PanelTable.read(
                                PublicData.file("card-krueger/panel.csv"),
                                PanelColumns.of("store_id", "post", "fte", "treated")),
                        Estimation.STANDARD.withUnbalanced(true));

        assertThat(result.cells()).hasSize(1);
        assertThat(result.overall().value()).isCloseTo(2.753605782980582, within(1e-12));
        assertThat(result.preTrend().isTested()).isFalse();
    }

    private static GroupTimeResult counties(Estimation estimation) {
        PanelColumns columns = PanelColumns.of("countyreal", "year", "lemp", "first.treat");
        return GroupTimeEffects.of(
                PanelTable.read(PublicData.file("group-time/panel.csv"), columns), estimation);
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(PublicData.file("group-time/expected.json").toFile());
    }

    private static Estimate point(Aggregate aggregate, int at) {
        return aggregate.points().stream()
                .filter(point -> point.at() == at)
                .map(Point::estimate)
                .findAny()
                .orElseThrow();
    }

    private static void assertEstimate(
            Estimate estimate, JsonNode expected, String value, String error) {
        assertThat(estimate.value()).isCloseTo(expected.get(value).asDouble(), within(1e-8));
        assertThat(estimate.error()).isCloseTo(expected.get(error).asDouble(), within(1e-6));
    }
}
