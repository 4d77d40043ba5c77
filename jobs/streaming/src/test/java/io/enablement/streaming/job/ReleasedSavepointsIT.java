package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.ingest.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every released version can be upgraded to this one: its savepoint is restored at another
 * parallelism and on both state backends, and the job goes on exactly, with late events, duplicates
 * and corrections that need what the savepoint holds. Catches a state that was renamed, retyped or
 * packed in another way, a uid that changed, and an event schema that no longer reads what an
 * earlier one wrote. {@link WriteReleasedSavepoint} adds the next version; what was released never
 * changes.
 */
class ReleasedSavepointsIT {

    private static final int OTHER_PARALLELISM = 2;

    @TempDir private Path directory;

    static List<Arguments> releases() throws IOException {
        return ReleasedSavepoint.all().stream()
                .flatMap(
                        released ->
                                Stream.of("hashmap", "rocksdb")
                                        .map(backend -> Arguments.of(released, backend)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goOnExactly(ReleasedSavepoint released, String stateBackend) throws Exception {
        List<RawMessage> before = released.before();
        List<RawMessage> after = released.after();
        List<RawMessage> all = new ArrayList<>(before);
        all.addAll(after);
        CollectedRows fromNothing = new CollectedRows("from-nothing-" + stateBackend);
        run("from-nothing", stateBackend).replay(all, fromNothing);

        CollectedRows upgraded = new CollectedRows("upgraded-" + stateBackend);
        run("before", stateBackend).replay(before, upgraded);
        run("upgraded", stateBackend).after(released.folder(), before, after, upgraded);

        for (String table : ResultDatabase.STATE_TABLES) {
            assertThat(upgraded.live(table)).as(table).isEqualTo(fromNothing.live(table));
        }
    }

    private SavepointRun run(String name, String stateBackend) {
        return new SavepointRun(
                name + "-" + stateBackend,
                directory,
                stateBackend,
                OTHER_PARALLELISM,
                ReleasedSavepoint.MAX_PARALLELISM);
    }
}
