package io.enablement.bench.question;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Months of UTC, written as their first day: {@code 2024-03-01}. */
public final class Months {

    private static final long DAY = 86_400_000_000L;
    private static final Map<Long, String> BY_DAY = new ConcurrentHashMap<>();

    private Months() {}

    public static String of(long micros) {
        return BY_DAY.computeIfAbsent(Math.floorDiv(micros, DAY), Months::write);
    }

    private static String write(long day) {
        return Instant.ofEpochSecond(day * 86_400)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .toString();
    }
}
