package io.enablement.domain;

import io.enablement.domain.cohort.ProgrammeHistory;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import java.util.List;

/** One event of the programme {@code p-1}. */
public final class ProgrammeEvents extends EventBuilder<ProgrammeEvents> {

    private final Kind kind;
    private String programmeId = "p-1";
    private Integer version;
    private Moment launch;
    private Moment paybackEnd;
    private Moment baselineFrom;
    private Moment baselineTo;
    private Long costMinor;
    private List<String> contentIds = List.of();
    private String contentVersion = "";
    private Double halfLifeDays;

    private ProgrammeEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static ProgrammeEvents happened(Kind kind, Moment at) {
        return new ProgrammeEvents(kind, at);
    }

    public static ProgrammeEvents defined(int version, Moment at) {
        ProgrammeEvents event = happened(Kind.DEFINED, at);
        event.version = version;
        return event;
    }

    public static ProgrammeHistory history(ProgrammeEvents... builders) {
        ProgrammeHistory history = ProgrammeHistory.NONE;
        for (ProgrammeEvents builder : builders) {
            history = new ProgrammeHistory(history.with(builder.event(), Contents::bytes).events());
        }
        return history;
    }

    public ProgrammeEvents programmeId(String id) {
        programmeId = id;
        return this;
    }

    public ProgrammeEvents payback(Moment from, Moment to) {
        launch = from;
        paybackEnd = to;
        return this;
    }

    public ProgrammeEvents baseline(Moment from, Moment to) {
        baselineFrom = from;
        baselineTo = to;
        return this;
    }

    public ProgrammeEvents cost(long minor) {
        costMinor = minor;
        return this;
    }

    public ProgrammeEvents contents(String... ids) {
        contentIds = List.of(ids);
        return this;
    }

    public ProgrammeEvents contentVersion(String version) {
        contentVersion = version;
        return this;
    }

    public ProgrammeEvents halfLifeDays(double days) {
        halfLifeDays = days;
        return this;
    }

    public ProgrammeEvent event() {
        return new ProgrammeEvent(
                envelope(),
                kind,
                programmeId,
                version,
                "",
                "",
                "",
                List.of(),
                List.of(),
                micros(launch),
                micros(paybackEnd),
                costMinor,
                "",
                "",
                micros(baselineFrom),
                micros(baselineTo),
                "",
                List.of(),
                contentIds,
                contentVersion,
                halfLifeDays);
    }

    private static Long micros(Moment moment) {
        return moment == null ? null : moment.micros();
    }

    @Override
    ProgrammeEvents self() {
        return this;
    }
}
