package io.enablement.streaming.ingest;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.message.MissingSchemaException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Makes events of messages; what cannot be read, or makes no sense by itself, is a dead letter. */
public final class DecodeEvents<E extends Event> extends ProcessFunction<RawMessage, E> {

    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters") {};
    public static final OutputTag<Progress> PROGRESS = new OutputTag<>("progress") {};

    private static final long serialVersionUID = 1;

    private final EventFormat<E> format;
    private final Admission admission;
    private final BusinessCalendar calendar;

    private transient Counter deadLetters;

    public DecodeEvents(EventFormat<E> format, Admission admission, BusinessCalendar calendar) {
        this.format = format;
        this.admission = admission;
        this.calendar = calendar;
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<E> out) {
        E event;
        try {
            event = format.read(message);
        } catch (MissingSchemaException e) {
            refuse(message.refused(rejection(Reason.UNKNOWN_SCHEMA, e)), context);
            return;
        } catch (IOException | RuntimeException e) {
            // Nothing but the reading of these bytes runs above, and what Avro throws at bad ones
            // has no common type: an index out of bounds, an unsupported operation, its own.
            refuse(message.refused(rejection(Reason.UNREADABLE, e)), context);
            return;
        }
        Optional<Rejection> refused = admission.refuse(event, message.logMicros());
        if (refused.isPresent()) {
            refuse(
                    message.refused(
                            refused.get(), event.envelope().source(), event.envelope().id()),
                    context);
            return;
        }
        context.output(PROGRESS, Progress.read(event, calendar));
        out.collect(event);
    }

    private void refuse(DeadLetter letter, Context context) {
        deadLetters.inc();
        context.output(PROGRESS, Progress.refused(letter.topic()));
        context.output(DEAD_LETTERS, letter);
    }

    private static Rejection rejection(Reason reason, Exception cause) {
        return new Rejection(reason, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
