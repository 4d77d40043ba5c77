package io.enablement.streaming.state;

import io.enablement.domain.cohort.Programme;
import io.enablement.domain.cohort.ProgrammeHistory;
import io.enablement.domain.cohort.Publication;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.ProgrammeEvent;
import org.apache.flink.api.common.functions.OpenContext;
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

    private final EventCodec<ProgrammeEvent> codec;

    /** All events of the programme; never cleared. */
    private transient History<ProgrammeEvent> history;

    public FoldProgrammes(EventCodec<ProgrammeEvent> codec) {
        this.codec = codec;
    }

    @Override
    public void open(OpenContext context) {
        history = new History<>("history", getRuntimeContext(), codec);
    }

    @Override
    public void processElement(
            ProgrammeEvent event, Context context, Collector<Change<Programme>> out)
            throws Exception {
        ProgrammeHistory before = new ProgrammeHistory(history.events(event.programmeId()));
        Insertion<ProgrammeEvent> insertion = before.with(event, codec::message);
        Refused.report(insertion, event, codec, context::output);
        if (!insertion.changed()) {
            return;
        }
        ProgrammeHistory after = new ProgrammeHistory(insertion.events());
        history.keep(before.events(), after.events());
        Change.between(
                before.definitions(), after.definitions(), Programme::identity, out::collect);
        Change.between(
                before.publications(),
                after.publications(),
                Publication::identity,
                change -> context.output(PUBLICATIONS, change));
    }
}
