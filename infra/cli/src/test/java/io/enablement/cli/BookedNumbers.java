package io.enablement.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers by what they count, for example {@code rep-0001 2026-01-01 won}; zero if not there. */
final class BookedNumbers {

    private static final int SHOWN = 20;

    private final Map<String, Long> numbers = new TreeMap<>();

    void add(String name, long amount) {
        numbers.merge(name, amount, Long::sum);
    }

    void add(String place, Map<String, Long> parts) {
        parts.forEach((part, amount) -> add(place + " " + part, amount));
    }

    /** The fields of a JSON object. */
    void add(String place, JsonNode parts) {
        parts.properties()
                .forEach(part -> add(place + " " + part.getKey(), part.getValue().asLong()));
    }

    /** How many numbers are not zero. */
    long size() {
        return numbers.values().stream().filter(number -> number != 0).count();
    }

    /** The first numbers that are not the same on both sides, with both values. */
    List<String> differences(BookedNumbers stored) {
        Set<String> names = new TreeSet<>(numbers.keySet());
        names.addAll(stored.numbers.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            long told = numbers.getOrDefault(name, 0L);
            long found = stored.numbers.getOrDefault(name, 0L);
            if (told != found) {
                differences.add(name + " is " + told + ", stored " + found);
            }
        }
        if (differences.size() <= SHOWN) {
            return differences;
        }
        List<String> first = new ArrayList<>(differences.subList(0, SHOWN));
        first.add("and " + (differences.size() - SHOWN) + " more");
        return first;
    }
}
