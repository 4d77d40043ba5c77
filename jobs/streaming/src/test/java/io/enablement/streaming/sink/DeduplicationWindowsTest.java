package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.sink.DeduplicationWindows.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fails if a table may forget its inserts before their checkpoint is published. */
class DeduplicationWindowsTest {
    private static final int WRITERS = 2;
    private static final List<Table> DEAL = List.of(Table.replacing("deal", "deal_id"));
    private static final String ENOUGH =
            "MergeTree ORDER BY x SETTINGS non_replicated_deduplication_window = 200";
    private static final String REPLICATED =
            "ReplicatedMergeTree('/x', 'r') ORDER BY x SETTINGS replicated_deduplication_window = %d, replicated_deduplication_window_seconds = %d";

    private final Map<String, Stored> tables = new HashMap<>();
    private final Map<String, Long> defaults = new HashMap<>();

    @Test
    void aWindowOfAHundredCheckpointsIsEnough() {
        table("deal", ENOUGH);

        assertThat(objections()).isEmpty();
    }

    @Test
    void aTableOfThreeJobsNeedsTheWindowOfAll() {
        table("deal", ENOUGH);

        List<Table> shared = List.of(DEAL.get(0).sharedByJobs());

        assertThat(new DeduplicationWindows(tables, defaults).objections(shared, WRITERS))
                .containsExactly(
                        "table deal has non_replicated_deduplication_window = 200, which must be at least 600");
    }

    @Test
    void aSmallerOneIsNot() {
        table("deal", ENOUGH.replace("200", "199"));

        assertThat(objections())
                .containsExactly(
                        "table deal has non_replicated_deduplication_window = 199, which must be at least 200");
    }

    @Test
    void theServersDefaultCounts() {
        table("deal", "ReplacingMergeTree(version, is_deleted) ORDER BY x");
        assertThat(objections()).hasSize(1);

        defaults.put("non_replicated_deduplication_window", 1_000L);
        assertThat(objections()).isEmpty();
    }

    @Test
    void aReplicatedTableNeedsNumberAndTime() {
        table("deal", REPLICATED.formatted(10, 3_600));
        assertThat(objections())
                .containsExactly(
                        "table deal has replicated_deduplication_window = 10, which must be at least 200",
                        "table deal has replicated_deduplication_window_seconds = 3600, which must be at least 604800");

        table("deal", REPLICATED.formatted(10_000, 604_800));
        assertThat(objections()).isEmpty();
    }

    @Test
    void theTargetsOfViewsCountAsWell() {
        table("deal", ENOUGH, "view");
        table("view", "", "target");
        table("target", ENOUGH, "view_on_target");
        table("view_on_target", "", "last");
        table("last", "Memory");

        assertThat(objections())
                .containsExactly("table last is no MergeTree and remembers no insert");
    }

    @Test
    void aMissingTableIsNamed() {
        assertThat(objections()).containsExactly("table deal does not exist");
    }

    private void table(String name, String engine, String... next) {
        tables.put(name, new Stored(engine, List.of(next)));
    }

    private List<String> objections() {
        return new DeduplicationWindows(tables, defaults).objections(DEAL, WRITERS);
    }
}
