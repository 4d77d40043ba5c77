package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DisorderTest {

    private static final SimulationSettings SETTINGS = SimulationSettings.standard(20, 12, 3);
    private static final List<Event> EVENTS = inOrder();

    @Test
    void withoutDisorderNothingChanges() {
        Disorder disorder = disorder(DisorderProfile.NONE);

        assertThat(all(disorder)).isEqualTo(EVENTS);
    }

    @Test
    void losesNothingWhileItReordersAndDuplicates() {
        Disorder disorder = disorder(new DisorderProfile(500, 0.1, 0));

        List<Event> arrived = all(disorder);

        assertThat(new HashSet<>(arrived)).isEqualTo(new HashSet<>(EVENTS));
        assertThat(arrived).hasSize(EVENTS.size() + (int) disorder.duplicates());
        assertThat(disorder.duplicates()).isPositive();
        assertThat(arrived).isNotEqualTo(EVENTS);
    }

    @Test
    void countsTheDuplicatesAndConflictsThatTheFoldsFind() {
        Disorder disorder = disorder(new DisorderProfile(500, 0, 0.05));

        Replay replay = new Replay(SETTINGS).all(disorder);

        assertThat(replay.conflicts()).isEqualTo(disorder.conflicts()).isPositive();
        assertThat(replay.duplicates()).isZero();
    }

    private static Disorder disorder(DisorderProfile profile) {
        return new Disorder(EVENTS.iterator(), profile, 9);
    }

    private static List<Event> inOrder() {
        List<Event> events = new ArrayList<>();
        Simulation.of(SETTINGS).forEachRemaining(events::add);
        return events;
    }

    private static List<Event> all(Disorder disorder) {
        List<Event> all = new ArrayList<>();
        disorder.forEachRemaining(all::add);
        return all;
    }
}
