package io.enablement.streaming.state;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of an aggregate before and after a change: what is new or different, and what is gone.
 */
final class Versions {

    private Versions() {}

    static <T> void compare(
            List<T> before,
            List<T> after,
            Function<T, Object> key,
            Consumer<T> changed,
            Consumer<T> gone) {
        after.stream().filter(row -> !before.contains(row)).forEach(changed);
        Set<Object> kept = after.stream().map(key).collect(Collectors.toSet());
        before.stream().filter(row -> !kept.contains(key.apply(row))).forEach(gone);
    }
}
