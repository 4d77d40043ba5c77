package io.enablement.domain.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A value that holds from now on, or that has ceased to exist. */
public record Change<T>(T value, boolean gone) {

    public static <T> Change<T> to(T value) {
        return new Change<>(value, false);
    }

    public static <T> Change<T> endOf(T value) {
        return new Change<>(value, true);
    }

    /**
     * What is not there any more after a change, and then what is new or different: where both
     * share a row, the row stays.
     */
    public static <T> void between(
            List<T> before, List<T> after, Function<T, Object> key, Consumer<Change<T>> changes) {
        if (!before.isEmpty()) {
            Set<Object> kept = new HashSet<>();
            after.forEach(value -> kept.add(key.apply(value)));
            for (T value : before) {
                if (!kept.contains(key.apply(value))) {
                    changes.accept(endOf(value));
                }
            }
        }
        for (T value : after) {
            if (!before.contains(value)) {
                changes.accept(to(value));
            }
        }
    }
}
