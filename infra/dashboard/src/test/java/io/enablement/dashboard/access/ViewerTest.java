package io.enablement.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ViewerTest {

    private static final Viewer MANAGER = new Viewer("Bob", Role.MANAGER, "north");
    private static final Viewer ENABLEMENT = new Viewer("Eve", Role.ENABLEMENT, "");

    @Test
    void aManagerAsksForTheOwnTeamWhateverWasAsked() {
        assertThat(MANAGER.teamInsteadOf("south")).isEqualTo("north");
        assertThat(MANAGER.teamInsteadOf("")).isEqualTo("north");
        assertThat(MANAGER.maySee("south")).isFalse();
    }

    @Test
    void othersAskForWhatTheyLike() {
        assertThat(ENABLEMENT.teamInsteadOf("south")).isEqualTo("south");
    }

    @Test
    void enablementSeesGroupsOfFiveAndNobodyAlone() {
        assertThat(ENABLEMENT.seesReps()).isFalse();
        assertThat(ENABLEMENT.maySeeGroupOf(4)).isFalse();
        assertThat(ENABLEMENT.maySeeGroupOf(5)).isTrue();
    }

    @Test
    void rawRecordsAreForThoseWhoMendThem() {
        assertThat(new Viewer("Ada", Role.ADMIN, "").seesRecords()).isTrue();
        assertThat(new Viewer("Ada", Role.REVENUE_OPERATIONS, "").seesRecords()).isTrue();
        assertThat(ENABLEMENT.seesRecords()).isFalse();
        assertThat(MANAGER.seesRecords()).isFalse();
    }

    @Test
    void nobodyButAManagerHasATeam() {
        assertThatThrownBy(() -> new Viewer("Ada", Role.ADMIN, "north"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Viewer("Bob", Role.MANAGER, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
