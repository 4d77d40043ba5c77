package io.enablement.streaming.sink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which checkpoints are in ClickHouse completely, from what the committers report.
 *
 * <p>Each committer reports its checkpoints in ascending order, so once all have reported one, all
 * earlier ones are complete too, whoever reported them. That is needed after a failure: of the
 * checkpoint before the restored one only those report that had not committed it in time.
 */
final class CommittedCheckpoints {
    private final TreeMap<Long, Reports> open = new TreeMap<>();
    private final Set<Integer> ended = new HashSet<>();

    private record Reports(Set<Integer> committers, int expected) {}

    void committed(long checkpoint, int committer, int committers) {
        open.computeIfAbsent(checkpoint, number -> new Reports(new HashSet<>(), committers))
                .committers()
                .add(committer);
    }

    /** The committer reports nothing later. */
    void ended(int committer) {
        ended.add(committer);
    }

    /** Takes out what has become complete, in ascending order. */
    List<Long> takeComplete() {
        Map.Entry<Long, Reports> last = open.lastEntry();
        while (last != null && !isComplete(last.getValue())) {
            last = open.lowerEntry(last.getKey());
        }
        if (last == null) {
            return List.of();
        }
        Map<Long, Reports> complete = open.headMap(last.getKey(), true);
        List<Long> checkpoints = new ArrayList<>(complete.keySet());
        complete.clear();
        return checkpoints;
    }

    private boolean isComplete(Reports reports) {
        Set<Integer> done = new HashSet<>(reports.committers());
        done.addAll(ended);
        return done.size() >= reports.expected();
    }
}
