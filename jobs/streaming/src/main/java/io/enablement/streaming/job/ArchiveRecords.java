package io.enablement.streaming.job;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Progress;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.ReadMessage;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.tables.DeadLetterTable;
import io.enablement.streaming.sink.tables.EventLogTable;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Makes a row of the archive of each record, and one of the dead letters where it cannot count. */
final class ArchiveRecords<E extends Event> extends ProcessFunction<RawMessage, Row> {

    static final OutputTag<Progress> PROGRESS = new OutputTag<>("progress") {};

    static final EventLogTable EVENT_LOG = new EventLogTable();
    static final DeadLetterTable DEAD_LETTERS = new DeadLetterTable();

    private static final long serialVersionUID = 1;

    private final ReadMessage<E> messages;

    private transient Counter deadLetters;

    ArchiveRecords(ReadMessage<E> messages) {
        this.messages = messages;
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<Row> out) {
        LoggedRecord<E> record = messages.read(message);
        out.collect(EVENT_LOG.map(record));
        context.output(PROGRESS, record.progress(BusinessCalendar.DEFAULT));
        Optional<DeadLetter> letter = record.deadLetter();
        if (letter.isPresent()) {
            deadLetters.inc();
            out.collect(DEAD_LETTERS.map(Change.to(letter.get())));
        }
    }
}
