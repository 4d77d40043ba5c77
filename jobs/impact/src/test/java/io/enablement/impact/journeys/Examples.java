package io.enablement.impact.journeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;

/** Journeys to try models on, and answers by the names of channels. */
final class Examples {

    private Examples() {}

    static Journey won(String path) {
        return new Journey(channels(path), 1, 0, 100);
    }

    static Journey lost(String path) {
        return new Journey(channels(path), 0, 1, 0);
    }

    static Journeys journeys(Journey... journeys) {
        return Journeys.of(List.of(journeys));
    }

    static Journeys random(Random random, int channels, int paths) {
        List<Journey> journeys = new ArrayList<>();
        for (int path = 0; path < paths; path++) {
            List<String> touched = new ArrayList<>();
            int touches = random.nextInt(6);
            for (int touch = 0; touch < touches; touch++) {
                touched.add(String.valueOf((char) ('A' + random.nextInt(channels))));
            }
            long won = random.nextInt(4);
            journeys.add(new Journey(touched, won, random.nextInt(4), won * 10));
        }
        return Journeys.of(journeys);
    }

    static Map<String, Double> conversions(CreditModel model, Journeys journeys) {
        Credit credit = model.credit(journeys);
        return byName(journeys, place -> OptionalDouble.of(credit.conversions(place)));
    }

    static Map<String, Double> values(CreditModel model, Journeys journeys) {
        Credit credit = model.credit(journeys);
        return byName(journeys, place -> OptionalDouble.of(credit.value(place)));
    }

    static Map<String, Double> shares(CreditModel model, Journeys journeys) {
        return byName(journeys, model.credit(journeys)::share);
    }

    static Map<String, Double> removalEffects(CreditModel model, Journeys journeys) {
        return byName(journeys, model.credit(journeys)::removalEffect);
    }

    /** Without the channels whose number is empty. */
    private static Map<String, Double> byName(
            Journeys journeys, IntFunction<OptionalDouble> number) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int place = 0; place < journeys.channels().size(); place++) {
            String channel = journeys.channels().get(place);
            number.apply(place).ifPresent(each -> numbers.put(channel, each));
        }
        return numbers;
    }

    private static List<String> channels(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split(">"));
    }
}
