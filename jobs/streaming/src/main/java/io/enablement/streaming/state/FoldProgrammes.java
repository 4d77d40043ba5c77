package io.enablement.streaming.state;

import io.enablement.domain.cohort.Programme;
import io.enablement.domain.cohort.ProgrammeHistory;
import io.enablement.domain.cohort.Publication;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.ProgrammeEvent;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the history of each programme: versions of its definition, and content published for it.
 */
public final class FoldProgrammes
        extends KeyedProcessFunction<String, ProgrammeEvent, Change<Programme>> {

    public static final OutputTag<Change<Publication>> PUBLICATIONS =
            new OutputTag<>("publications") {};

    private static final long serialVersionUID = 1;

    private final EventBytes<ProgrammeEvent> bytes;

    /** All events of the programme; never cleared. */
    private transient ValueState<ProgrammeHistory> history;

    public FoldProgrammes(EventBytes<ProgrammeEvent> bytes) {
        this.bytes = bytes;
    }

    @Override
    public void open(OpenContext context) {
        history =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("history", ProgrammeHistory.class));
    }

    @Override
    public void processElement(
            ProgrammeEvent event, Context context, Collector<Change<Programme>> out)
            throws Exception {
        ProgrammeHistory kept = history.value();
        ProgrammeHistory before = kept == null ? ProgrammeHistory.NONE : kept;
        Insertion<ProgrammeEvent> insertion = before.with(event, bytes);
        Refused.report(insertion, event, bytes, context);
        if (!insertion.changed()) {
            return;
        }
        ProgrammeHistory after = new ProgrammeHistory(insertion.events());
        history.update(after);
        Change.between(
                before.definitions(), after.definitions(), Programme::identity, out::collect);
        Change.between(
                before.publications(),
                after.publications(),
                Publication::identity,
                change -> context.output(PUBLICATIONS, change));
    }
}
