package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.impact.PublicData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Small published cases and their exact answers. */
final class PublishedCasesTest {

    private static final double TOLERANCE = 1e-9;

    @Test
    void markovGivesTheExactAnswers() throws IOException {
        for (String name : List.of("c1c2c3", "readme-ab")) {
            JsonNode published = published(name);
            assertMarkov(journeys(published), published.path("exact"));
        }
        JsonNode threeChannels = published("three-channels");
        assertMarkov(journeys(threeChannels), threeChannels.path("exact").path("markov"));
    }

    @Test
    void theRulesGiveTheExactAnswers() throws IOException {
        for (String name : List.of("readme-ab", "three-channels")) {
            JsonNode published = published(name);
            Journeys journeys = journeys(published);
            JsonNode exact = published.path("exact");
            assertCredit(new RuleCredit(RuleModel.FIRST), journeys, exact.path("first"));
            assertCredit(new RuleCredit(RuleModel.LAST), journeys, exact.path("last"));
            assertCredit(new RuleCredit(RuleModel.LINEAR), journeys, exact.path("linear"));
            assertCredit(
                    new RuleCredit(RuleModel.POSITION), journeys, exact.path("position_40_20_40"));
        }
    }

    @Test
    void shapleyGivesTheExactAnswers() throws IOException {
        JsonNode published = published("three-channels");

        assertCredit(
                new Shapley(),
                journeys(published),
                published.path("exact").path("shapley_cumulative_worth"));
    }

    @Test
    void gamesGiveTheExactAnswers() throws IOException {
        for (JsonNode game : published("shapley-games").path("cases")) {
            Map<String, Double> expected = numbers(game.path("shapley"));
            Map<Set<String>, Double> worth = new HashMap<>();
            numbers(game.path("coalition_worth"))
                    .forEach((names, each) -> worth.put(Set.of(names.split("\\+")), each));

            Game played =
                    new Game(
                            List.copyOf(new TreeSet<>(expected.keySet())),
                            coalition -> worth.getOrDefault(coalition, 0.0));

            assertClose(played.shapley(), expected, 1e-12);
        }
    }

    private static void assertMarkov(Journeys journeys, JsonNode exact) {
        Markov markov = new Markov(1);
        assertThat(Chain.of(journeys, 1).probabilityOfWinning())
                .isCloseTo(exact.path("p_conversion").asDouble(), within(TOLERANCE));
        assertClose(
                Examples.removalEffects(markov, journeys),
                numbers(exact.path("removal_effect")),
                TOLERANCE);
        assertCredit(markov, journeys, exact.path("attributed"));
    }

    /** Channels that are not named have no credit. */
    private static void assertCredit(CreditModel model, Journeys journeys, JsonNode expected) {
        Map<String, Double> credit = Examples.conversions(model, journeys);
        Map<String, Double> full = new HashMap<>(numbers(expected));
        assertThat(full).isNotEmpty();
        credit.keySet().forEach(channel -> full.putIfAbsent(channel, 0.0));
        assertClose(credit, full, TOLERANCE);
    }

    private static JsonNode published(String name) throws IOException {
        return new ObjectMapper()
                .readTree(PublicData.file("attribution-paths/worked-cases.json").toFile())
                .path(name);
    }

    /** Paths are lists with wins and losses, or texts like A>B with wins alone. */
    private static Journeys journeys(JsonNode published) {
        List<Journey> journeys = new ArrayList<>();
        for (JsonNode path : published.path("paths")) {
            List<String> channels = new ArrayList<>();
            path.path(0).forEach(channel -> channels.add(channel.asText()));
            if (path.path(0).isTextual()) {
                channels.addAll(List.of(path.path(0).asText().split(">")));
            }
            journeys.add(new Journey(channels, path.path(1).asLong(), path.path(2).asLong(), 0));
        }
        return Journeys.of(journeys);
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new HashMap<>();
        node.properties().forEach(each -> numbers.put(each.getKey(), each.getValue().asDouble()));
        return numbers;
    }
}
