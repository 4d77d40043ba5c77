package io.enablement.bench.batch;

import io.enablement.bench.contest.Clock;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.impact.journeys.Bootstrap;
import io.enablement.impact.journeys.ChannelCredit;
import io.enablement.impact.journeys.CreditModel;
import io.enablement.impact.journeys.Journey;
import io.enablement.impact.journeys.Journeys;
import io.enablement.impact.journeys.Markov;
import io.enablement.impact.journeys.Shapley;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Attribution models with intervals over as many journeys as the race has events, each of one to
 * ten touches.
 */
public final class Models implements Contestant {

    private static final long SEED = 3;
    private static final int CHANNELS = 40;

    /** For the intervals; a run of the product has hundreds. */
    private static final int DRAWS = 100;

    /** Each takes as long as the shares themselves, with a state for every pair of channels. */
    private static final int DRAWS_OF_ORDER_2 = 4;

    private static final int MOST_TOUCHES = 10;

    private List<String> numbers = List.of();

    @Override
    public void run(Race race) {
        List<Journey> journeys = journeys(race.events());
        CreditModel model = model(race.variant());
        Clock.eventIsRead();
        numbers =
                ChannelCredit.of(model, Journeys.of(journeys), new Bootstrap(draws(model), SEED))
                        .stream()
                        .map(ChannelCredit::toString)
                        .toList();
    }

    @Override
    public List<String> numbers() {
        return numbers;
    }

    private static CreditModel model(String variant) {
        return switch (variant) {
            case "markov 1" -> new Markov(1);
            case "markov 2" -> new Markov(2);
            case "shapley" -> new Shapley();
            default -> throw new IllegalArgumentException(variant);
        };
    }

    private static int draws(CreditModel model) {
        return model.order() == 2 ? DRAWS_OF_ORDER_2 : DRAWS;
    }

    private static List<Journey> journeys(long count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Journey> journeys = new ArrayList<>();
        for (long place = 0; place < count; place++) {
            List<String> channels = new ArrayList<>();
            for (int touch = random.nextInt(MOST_TOUCHES); touch >= 0; touch--) {
                channels.add("content-" + random.nextInt(CHANNELS));
            }
            boolean won = random.nextInt(4) == 0;
            journeys.add(won ? new Journey(channels, 1, 0, 1_000) : new Journey(channels, 0, 1, 0));
        }
        return journeys;
    }
}
