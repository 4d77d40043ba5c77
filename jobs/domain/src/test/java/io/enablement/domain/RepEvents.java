package io.enablement.domain;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.RepEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.domain.rep.RepHistory;
import io.enablement.domain.rep.Tenures;

/** One employment event of the rep {@code ann}. */
public final class RepEvents extends EventBuilder<RepEvents> {

    private final Kind kind;
    private String repId = "ann";
    private String role = "";
    private String team = "";
    private String region = "";
    private String manager = "";
    private Long effectiveFromMicros;
    private Target target = new Target("", "");

    private RepEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static RepEvents happened(Kind kind, Moment at) {
        return new RepEvents(kind, at);
    }

    public static RepEvents hired(Moment at) {
        return happened(Kind.HIRED, at);
    }

    /** Takes back the event of that id. */
    public static RepEvents voided(String id, Moment at) {
        return happened(Kind.VOIDED, at).target("test", id);
    }

    public static Tenures tenures(RepEvents... builders) {
        return tenuresIn(BusinessCalendar.DEFAULT, builders);
    }

    public static Tenures tenuresIn(BusinessCalendar calendar, RepEvents... builders) {
        RepHistory history = RepHistory.NONE;
        for (RepEvents builder : builders) {
            history = after(history, builder.event());
        }
        return history.tenures(calendar);
    }

    public static RepHistory after(RepHistory history, RepEvent event) {
        return new RepHistory(history.with(event, Contents::bytes).events());
    }

    public RepEvents repId(String id) {
        repId = id;
        return this;
    }

    public RepEvents role(String name) {
        role = name;
        return this;
    }

    public RepEvents team(String name) {
        team = name;
        return this;
    }

    public RepEvents region(String name) {
        region = name;
        return this;
    }

    public RepEvents manager(String id) {
        manager = id;
        return this;
    }

    public RepEvents effective(Moment from) {
        effectiveFromMicros = from.micros();
        return this;
    }

    public RepEvents target(String source, String id) {
        target = new Target(source, id);
        return this;
    }

    public RepEvent event() {
        return new RepEvent(
                envelope(), kind, repId, role, team, region, manager, effectiveFromMicros, target);
    }

    @Override
    RepEvents self() {
        return this;
    }
}
