package io.enablement.streaming.ingest;

import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Progress;
import io.enablement.domain.event.Rejection;
import io.enablement.domain.event.Rejection.Reason;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Makes dead letters of the records that a loader could not make events of. */
public final class ReadRejected extends ProcessFunction<RawMessage, DeadLetter> {

    /** The topic to which loaders send such records, with headers reason, detail and origin. */
    public static final String TOPIC = "rejected-records";

    private static final long serialVersionUID = 1;

    @Override
    public void processElement(RawMessage message, Context context, Collector<DeadLetter> out) {
        context.output(DecodeEvents.PROGRESS, Progress.refused(message.topic()));
        out.collect(
                message.refused(
                        new Rejection(
                                Reason.REJECTED,
                                message.header("reason") + ": " + message.header("detail"))));
    }
}
