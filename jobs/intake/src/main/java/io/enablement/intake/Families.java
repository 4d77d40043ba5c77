package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families by the names that files and topics give them. */
final class Families {

    static final List<String> LABELS = Stream.of(Family.values()).map(Family::label).toList();

    private Families() {}

    static Optional<Family> byLabel(String label) {
        return Stream.of(Family.values())
                .filter(family -> family.label().equalsIgnoreCase(label))
                .findFirst();
    }

    static Optional<Family> byTopic(String topic) {
        return Stream.of(Family.values())
                .filter(family -> family.topic().equals(topic))
                .findFirst();
    }
}
