package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.util.Map;

/**
 * What became of the rows of the files. A header is no row; a CSV row whose quoted field spans
 * lines is one. {@code rows} = {@code accepted} + rejected + {@code blank} + {@code skipped}.
 *
 * @param accepted rows that became one event or more
 * @param skipped rows without an event where the mapping says {@code unmatched: skip}
 */
public record IntakeSummary(
        long rows,
        long accepted,
        long blank,
        long skipped,
        Map<Family, Long> events,
        Map<RejectionReason, Rejections> rejected) {

    public long eventCount() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    public long rejectedCount() {
        return rejected.values().stream().mapToLong(Rejections::count).sum();
    }
}
