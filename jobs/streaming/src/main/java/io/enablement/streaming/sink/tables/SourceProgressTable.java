package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.Progress;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code source_progress}: what each checkpoint read from each source. */
public final class SourceProgressTable extends LedgerTable<Progress> {

    private static final long serialVersionUID = 1;

    public SourceProgressTable() {
        super(
                Table.ledger(
                                "source_progress",
                                "source",
                                "records",
                                "dead_letters",
                                "duplicates",
                                "greatest_occurred_at",
                                "greatest_recorded_at")
                        .sharedByJobs());
    }

    @Override
    void write(RowBytes row, Progress progress) {
        row.string(progress.source())
                .uint64(progress.records())
                .uint64(progress.deadLetters())
                .uint64(progress.duplicates());
        Times.write(row, progress.greatestOccurred());
        Times.write(row, progress.greatestRecorded());
    }
}
