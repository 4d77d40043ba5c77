package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommittedCheckpointsTest {
    private final CommittedCheckpoints checkpoints = new CommittedCheckpoints();

    @Test
    void waitsForEveryCommitter() {
        checkpoints.committed(1, 0, 2);
        assertThat(checkpoints.takeComplete()).isEmpty();

        checkpoints.committed(1, 1, 2);
        assertThat(checkpoints.takeComplete()).containsExactly(1L);
    }

    @Test
    void namesACheckpointOnce() {
        checkpoints.committed(1, 0, 1);
        checkpoints.takeComplete();

        assertThat(checkpoints.takeComplete()).isEmpty();
    }

    @Test
    void keepsLaterCheckpointsWaiting() {
        checkpoints.committed(1, 0, 2);
        checkpoints.committed(2, 0, 2);
        checkpoints.committed(1, 1, 2);

        assertThat(checkpoints.takeComplete()).containsExactly(1L);
    }

    @Test
    void afterARestartTheCheckpointBeforeIsCompleteThoughOnlyTheLateCommitterReportsIt() {
        checkpoints.committed(4, 1, 2);
        checkpoints.committed(5, 1, 2);
        assertThat(checkpoints.takeComplete()).isEmpty();

        checkpoints.committed(5, 0, 2);
        assertThat(checkpoints.takeComplete()).containsExactly(4L, 5L);
    }

    @Test
    void doesNotWaitForACommitterThatHasEnded() {
        checkpoints.committed(6, 0, 2);
        checkpoints.committed(7, 0, 2);
        checkpoints.committed(6, 1, 2);
        assertThat(checkpoints.takeComplete()).containsExactly(6L);

        checkpoints.ended(1);
        assertThat(checkpoints.takeComplete()).containsExactly(7L);
    }
}
