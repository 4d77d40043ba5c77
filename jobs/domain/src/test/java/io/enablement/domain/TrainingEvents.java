package io.enablement.domain;

import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.TrainingEvent.Kind;

/** One training event of the rep {@code ann} in the programme {@code p-1}. */
public final class TrainingEvents extends EventBuilder<TrainingEvents> {

    private final Kind kind;
    private String repId = "ann";
    private String programmeId = "p-1";
    private String courseId = "";
    private Integer attempt;
    private Boolean success;
    private Double score;
    private Long durationSeconds;
    private String wave = "";
    private String dealId = "";
    private String stage = "";
    private Target target = new Target("", "");

    private TrainingEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static TrainingEvents happened(Kind kind, Moment at) {
        return new TrainingEvents(kind, at);
    }

    /** Takes back the event of that id. */
    public static TrainingEvents voided(String id, Moment at) {
        TrainingEvents event = happened(Kind.VOIDED, at);
        event.programmeId = "";
        event.target = new Target("test", id);
        return event;
    }

    public static TrainingHistory history(TrainingEvents... builders) {
        TrainingHistory history = TrainingHistory.NONE;
        for (TrainingEvents builder : builders) {
            history = after(history, builder.event());
        }
        return history;
    }

    public static TrainingHistory after(TrainingHistory history, TrainingEvent event) {
        return new TrainingHistory(history.with(event, Contents::bytes).events());
    }

    public TrainingEvents repId(String id) {
        repId = id;
        return this;
    }

    public TrainingEvents programme(String id) {
        programmeId = id;
        return this;
    }

    public TrainingEvents course(String id) {
        courseId = id;
        return this;
    }

    public TrainingEvents attempt(int number) {
        attempt = number;
        return this;
    }

    public TrainingEvents success(Boolean passed) {
        success = passed;
        return this;
    }

    public TrainingEvents score(Double scaled) {
        score = scaled;
        return this;
    }

    public TrainingEvents durationSeconds(long seconds) {
        durationSeconds = seconds;
        return this;
    }

    public TrainingEvents wave(String label) {
        wave = label;
        return this;
    }

    /** What an assignment or a coaching session was about. */
    public TrainingEvents deal(String id, String stageName) {
        dealId = id;
        stage = stageName;
        return this;
    }

    public TrainingEvents target(String source, String id) {
        target = new Target(source, id);
        return this;
    }

    public TrainingEvent event() {
        return new TrainingEvent(
                envelope(),
                kind,
                repId,
                programmeId,
                courseId,
                attempt,
                success,
                score,
                durationSeconds,
                wave,
                dealId,
                stage,
                target);
    }

    @Override
    TrainingEvents self() {
        return this;
    }
}
