package io.enablement.impact.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was fixed before a programme's launch, and what was edited after it.
 *
 * <p>In force at the launch is the newest definition that was recorded by the launch that it names
 * itself. A launch that is moved before it comes moves this moment; one that is moved afterwards is
 * an edit.
 */
public final class Registration {

    private final Definition newest;
    private final Definition inForce;
    private final List<String> edits = new ArrayList<>();
    private boolean baselineEdited;

    /**
     * @param definitions all versions of one programme, at least one
     */
    public Registration(List<Definition> definitions) {
        List<Definition> sorted =
                definitions.stream()
                        .sorted(
                                Comparator.comparing(Definition::recordedAt)
                                        .thenComparing(Definition::version))
                        .toList();
        newest =
                definitions.stream()
                        .max(
                                Comparator.comparingInt(Definition::version)
                                        .thenComparing(Definition::recordedAt))
                        .orElseThrow(() -> new IllegalArgumentException("No definition"));
        inForce = inForceAtItsLaunch(sorted).orElse(null);
        if (inForce != null) {
            sorted.stream()
                    .filter(each -> each.recordedAt().isAfter(inForce.launchAt()))
                    .forEach(this::compare);
        }
    }

    /**
     * The definition that was in force at the launch; empty where none had been recorded by then.
     */
    public Optional<Definition> atLaunch() {
        return Optional.ofNullable(inForce);
    }

    public Definition newest() {
        return newest;
    }

    /**
     * The definition whose launch, window and metric count: that at the launch, else the newest.
     */
    public Definition counting() {
        return inForce == null ? newest : inForce;
    }

    /** What was edited after the launch, in words. */
    public List<String> edits() {
        return List.copyOf(edits);
    }

    /** Whether the baseline window or the metric that it is about was edited after the launch. */
    public boolean isBaselineEdited() {
        return baselineEdited;
    }

    private static Optional<Definition> inForceAtItsLaunch(List<Definition> sorted) {
        for (int place = 0; place < sorted.size(); place++) {
            Definition each = sorted.get(place);
            boolean recordedInTime =
                    each.launchAt() != null && !each.recordedAt().isAfter(each.launchAt());
            boolean stillInForce =
                    place == sorted.size() - 1
                            || sorted.get(place + 1).recordedAt().isAfter(launch(each));
            if (recordedInTime && stillInForce) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Instant launch(Definition definition) {
        return definition.launch().orElse(Instant.MAX);
    }

    private void compare(Definition later) {
        int before = edits.size();
        compare(later, "baseline from", inForce.baselineFrom(), later.baselineFrom());
        compare(later, "baseline to", inForce.baselineTo(), later.baselineTo());
        compare(later, "primary metric", inForce.primaryMetric(), later.primaryMetric());
        baselineEdited |= edits.size() > before;
        compare(later, "launch", inForce.launchAt(), later.launchAt());
        compare(later, "payback end", inForce.paybackEndAt(), later.paybackEndAt());
        compare(later, "cost", inForce.cost(), later.cost());
        compare(later, "audience roles", inForce.roles(), later.roles());
        compare(later, "audience regions", inForce.regions(), later.regions());
        compare(later, "assignment", inForce.assignment(), later.assignment());
    }

    private void compare(Definition later, String what, Object then, Object now) {
        if (!Objects.equals(then, now)) {
            edits.add(
                    "%s: %s became %s in version %d, recorded %s"
                            .formatted(
                                    what,
                                    words(then),
                                    words(now),
                                    later.version(),
                                    later.recordedAt()));
        }
    }

    private static String words(Object value) {
        return value == null || value.toString().isEmpty() ? "nothing" : value.toString();
    }
}
