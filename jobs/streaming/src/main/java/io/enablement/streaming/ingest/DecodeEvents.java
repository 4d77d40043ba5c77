package io.enablement.streaming.ingest;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.Progress;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Makes events of messages. What cannot be read, or makes no sense by itself, is only counted: the
 * archive of events, which reads every message too, tells of it.
 */
public final class DecodeEvents<E extends Event> extends ProcessFunction<RawMessage, E> {

    public static final OutputTag<Progress> PROGRESS = new OutputTag<>("progress") {};

    private static final long serialVersionUID = 1;

    private final ReadMessage<E> messages;
    private final BusinessCalendar calendar;

    private transient Counter deadLetters;

    public DecodeEvents(EventFormat<E> format, Admission admission, BusinessCalendar calendar) {
        this.messages = new ReadEvent<>(format, admission);
        this.calendar = calendar;
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<E> out) {
        LoggedRecord<E> record = messages.read(message);
        context.output(PROGRESS, record.progress(calendar));
        if (record.rejection().isPresent()) {
            deadLetters.inc();
            return;
        }
        record.event().ifPresent(out::collect);
    }
}
