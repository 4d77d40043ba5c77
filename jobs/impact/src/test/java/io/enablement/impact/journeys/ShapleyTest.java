package io.enablement.impact.journeys;

import static io.enablement.impact.journeys.Close.assertClose;
import static io.enablement.impact.journeys.Examples.journeys;
import static io.enablement.impact.journeys.Examples.lost;
import static io.enablement.impact.journeys.Examples.won;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ShapleyTest {

    @Test
    void eachWinIsSplitOverItsDistinctChannels() {
        Journeys journeys = journeys(won("A>A>B"), won("C"), lost("A>C"));

        assertThat(Examples.conversions(new Shapley(), journeys))
                .isEqualTo(Map.of("A", .5, "B", .5, "C", 1.0));
        assertThat(Examples.values(new Shapley(), journeys))
                .isEqualTo(Map.of("A", 50.0, "B", 50.0, "C", 100.0));
    }

    @Test
    void theGloveGameIsSolvedAsPublished() {
        Game gloves =
                new Game(
                        List.of("left", "other left", "right"),
                        hands -> hands.contains("right") && hands.size() > 1 ? 1 : 0);

        assertClose(
                gloves.shapley(),
                Map.of("left", 1.0 / 6, "other left", 1.0 / 6, "right", 4.0 / 6),
                1e-12);
    }

    /** Breaks where a channel that was touched twice gets two parts, or lost journeys count. */
    @Property(tries = 300, seed = "20260105")
    void theSplitIsTheShapleyValueOfTheWins(@ForAll Random random) {
        Journeys journeys = Examples.random(random, 4, 8);

        Game game = new Game(journeys.channels(), coalition -> wins(journeys, coalition));

        assertClose(Examples.conversions(new Shapley(), journeys), game.shapley(), 1e-9);
    }

    private static double wins(Journeys journeys, Set<String> coalition) {
        double wins = 0;
        for (int path = 0; path < journeys.paths(); path++) {
            Set<String> touched =
                    Arrays.stream(journeys.path(path))
                            .mapToObj(journeys.channels()::get)
                            .collect(Collectors.toSet());
            wins += coalition.containsAll(touched) ? journeys.won(path) : 0;
        }
        return wins;
    }
}
