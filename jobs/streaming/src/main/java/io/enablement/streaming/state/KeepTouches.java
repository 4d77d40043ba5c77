package io.enablement.streaming.state;

import io.enablement.domain.attribution.Touch;
import io.enablement.domain.attribution.TrainingTouches;
import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the events of each rep that may touch deals, and tells of each touch that comes or goes.
 * Dead letters are those of content that names no rep: nobody else keeps it.
 */
public final class KeepTouches extends KeyedProcessFunction<String, TouchInput, LinkInput> {

    private static final long serialVersionUID = 1;

    private final BusinessCalendar calendar;
    private final Retention retention;
    private final EventCodec<TrainingEvent> trainingCodec;
    private final EventCodec<ContentEvent> contentCodec;

    /** All training events; never cleared. */
    private transient History<TrainingEvent> trainings;

    private transient RepContent content;
    private transient ContentRetention kept;
    private transient Looks looks;

    /**
     * @param retention of content
     */
    public KeepTouches(
            BusinessCalendar calendar,
            Retention retention,
            EventCodec<TrainingEvent> trainingCodec,
            EventCodec<ContentEvent> contentCodec) {
        this.calendar = calendar;
        this.retention = retention;
        this.trainingCodec = trainingCodec;
        this.contentCodec = contentCodec;
    }

    @Override
    public void open(OpenContext context) {
        trainings = new History<>("trainings", getRuntimeContext(), trainingCodec);
        content = new RepContent(getRuntimeContext(), contentCodec);
        kept = new ContentRetention(retention, getRuntimeContext(), content);
        looks = new Looks(getRuntimeContext());
    }

    @Override
    public void processElement(TouchInput input, Context context, Collector<LinkInput> out)
            throws Exception {
        if (input.training() != null) {
            keepTraining(input.training(), context, out);
        } else {
            keepContent(input.content(), context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LinkInput> out)
            throws Exception {
        TimerService timers = context.timerService();
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            return; // the end of the input, at which nothing was recorded
        }
        looks.clear();
        if (kept.drop(TouchInput.repId(context.getCurrentKey()), timers)) {
            looks.plan(timers.currentWatermark(), timers);
        }
    }

    private void keepTraining(TrainingEvent event, Context context, Collector<LinkInput> out)
            throws Exception {
        TrainingHistory before = new TrainingHistory(trainings.events(event.repId()));
        Insertion<TrainingEvent> insertion = before.with(event, trainingCodec::message);
        Refused.count(insertion, event, context::output);
        if (!insertion.changed()) {
            return;
        }
        TrainingHistory after = new TrainingHistory(insertion.events());
        trainings.keep(before.events(), after.events());
        send(TrainingTouches.of(before, calendar), TrainingTouches.of(after, calendar), out);
    }

    private void keepContent(ContentEvent event, Context context, Collector<LinkInput> out)
            throws Exception {
        TimerService timers = context.timerService();
        if (kept.isFrozen(event, timers)) {
            reportFrozen(event, context);
            return;
        }
        Insertion<ContentEvent> insertion = content.with(event);
        report(insertion, event, context);
        if (!insertion.changed()) {
            return;
        }
        RepContent.Restated uses = content.keep(insertion);
        looks.plan(TimeUnit.MICROSECONDS.toMillis(event.envelope().recordedAtMicros()), timers);
        send(touches(uses.before()), touches(uses.after()), out);
    }

    private void report(Insertion<ContentEvent> insertion, ContentEvent event, Context context) {
        if (event.repId().isEmpty()) {
            Refused.report(insertion, event, contentCodec, context::output);
        } else {
            Refused.count(insertion, event, context::output);
        }
    }

    private void reportFrozen(ContentEvent event, Context context) {
        if (event.repId().isEmpty()) {
            Refused.frozen(event, contentCodec, context::output);
        } else {
            Refused.countFrozen(event, context::output);
        }
    }

    private List<Touch> touches(List<ContentEvent> uses) {
        return uses.stream().map(use -> Touch.of(use, calendar)).flatMap(Optional::stream).toList();
    }

    private static void send(List<Touch> before, List<Touch> after, Collector<LinkInput> out) {
        Change.between(before, after, touch -> touch, change -> out.collect(LinkInput.of(change)));
    }
}
