package io.enablement.streaming.job;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings by name and remembers everything that is wrong, to say it all at once. */
final class SettingsReader {

    private static final String PREFIX = "ENABLEMENT_";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Map<String, String> environment;
    private final Map<String, String> flags = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment, String... flags) {
        this.environment = environment;
        for (int place = 0; place < flags.length; place += 2) {
            readFlag(flags, place);
        }
    }

    String text(String name, String ifAbsent) {
        String flag = flags.remove(name);
        return flag != null ? flag : environment.getOrDefault(variable(name), ifAbsent);
    }

    String required(String name) {
        String value = text(name, "");
        if (value.isBlank()) {
            problems.add("--" + name + " or " + variable(name) + " is needed");
        }
        return value;
    }

    long whole(String name, long ifAbsent, long least, long most) {
        String value = text(name, Long.toString(ifAbsent));
        if (!value.matches("\\d{1,18}")
                || Long.parseLong(value) < least
                || Long.parseLong(value) > most) {
            wrong(name, value, "is not a whole number from " + least + " to " + most);
            return ifAbsent;
        }
        return Long.parseLong(value);
    }

    Duration duration(String name, Duration ifAbsent, Duration least) {
        String value = text(name, ifAbsent.toMillis() + "ms");
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            wrong(name, value, "is not a duration such as 500ms, 5s or 1m");
            return ifAbsent;
        }
        Duration duration = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (duration.compareTo(least) < 0) {
            wrong(name, value, "is less than " + least.toMillis() + "ms");
        }
        return duration;
    }

    /** The first choice is the default. */
    String oneOf(String name, String... choices) {
        String value = text(name, choices[0]);
        if (!Arrays.asList(choices).contains(value)) {
            wrong(name, value, "is not one of " + String.join(", ", choices));
        }
        return value;
    }

    /** A zone of a region: ClickHouse knows no offsets. */
    ZoneId zone(String name, String ifAbsent) {
        String value = text(name, ifAbsent);
        if (ZoneId.getAvailableZoneIds().contains(value)) {
            return ZoneId.of(value);
        }
        wrong(name, value, "is not a time zone such as Europe/Berlin");
        return ZoneId.of(ifAbsent);
    }

    String currency(String name, String ifAbsent) {
        String value = text(name, ifAbsent);
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(value));
        if (!known) {
            wrong(name, value, "is not an ISO 4217 code");
        }
        return value;
    }

    /** What is made of settings that were read; empty where they do not make one. */
    <T> Optional<T> make(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    /** The settings, if nothing was wrong. */
    <T> T finish(Supplier<T> settings) {
        new TreeSet<>(flags.keySet()).forEach(flag -> problems.add("--" + flag + " is unknown"));
        if (problems.isEmpty()) {
            return settings.get();
        }
        throw new IllegalArgumentException(
                "Settings that cannot be used:\n  " + String.join("\n  ", problems));
    }

    private void readFlag(String[] given, int place) {
        if (!given[place].startsWith("--")) {
            problems.add(given[place] + " is not a flag");
        } else if (place + 1 == given.length) {
            problems.add(given[place] + " has no value");
        } else {
            flags.put(given[place].substring(2), given[place + 1]);
        }
    }

    private void wrong(String name, String value, String problem) {
        problems.add(variable(name) + " or --" + name + ": '" + value + "' " + problem);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
