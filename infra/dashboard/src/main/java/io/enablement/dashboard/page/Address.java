package io.enablement.dashboard.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a page is: its path, and everything that was chosen on it. */
public record Address(String path, Map<String, String> choices) {

    public Address {
        choices = Map.copyOf(choices);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** "" where nothing was chosen. */
    public String get(String name) {
        return choices.getOrDefault(name, "");
    }

    /** "" takes the choice back. */
    public Address with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(choices);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    public Address at(String otherPath) {
        return new Address(otherPath, choices);
    }

    /** As a link, its choices in the order of their names. */
    @Override
    public String toString() {
        if (choices.isEmpty()) {
            return path;
        }
        return path
                + "?"
                + new TreeMap<>(choices)
                        .entrySet().stream()
                                .map(
                                        each ->
                                                encoded(each.getKey())
                                                        + "="
                                                        + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    /** A part of a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
