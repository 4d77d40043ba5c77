package io.enablement.domain;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.QuotaEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.domain.rep.QuotaHistory;
import java.util.List;

/** One quota event of the rep {@code ann}, in dollars. */
public final class QuotaEvents extends EventBuilder<QuotaEvents> {

    private final Kind kind;
    private String repId = "ann";
    private String period = "";
    private Long amountMinor;
    private String currency = "";
    private List<Long> scheduleMinor = List.of();
    private Long effectiveMicros;
    private Target target = new Target("", "");

    private QuotaEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static QuotaEvents set(String period, long minor, Moment at) {
        QuotaEvents event = new QuotaEvents(Kind.SET, at).amount(minor, "USD");
        event.period = period;
        return event.id(period + "@" + at.micros());
    }

    /** Takes back the event of that id. */
    public static QuotaEvents voided(String id, Moment at) {
        return new QuotaEvents(Kind.VOIDED, at).target("test", id);
    }

    public static QuotaHistory history(QuotaEvents... builders) {
        QuotaHistory history = QuotaHistory.NONE;
        for (QuotaEvents builder : builders) {
            history = after(history, builder.event());
        }
        return history;
    }

    public static QuotaHistory after(QuotaHistory history, QuotaEvent event) {
        return new QuotaHistory(history.with(event, Contents::bytes).events());
    }

    public QuotaEvents repId(String id) {
        repId = id;
        return this;
    }

    public QuotaEvents amount(Long minor, String code) {
        amountMinor = minor;
        currency = code;
        return this;
    }

    /** One quota a month. */
    public QuotaEvents ramp(Long... minor) {
        scheduleMinor = List.of(minor);
        return this;
    }

    public QuotaEvents effective(Moment at) {
        effectiveMicros = at.micros();
        return this;
    }

    public QuotaEvents target(String source, String id) {
        target = new Target(source, id);
        return this;
    }

    public QuotaEvent event() {
        return new QuotaEvent(
                envelope(),
                kind,
                repId,
                period,
                amountMinor,
                currency,
                scheduleMinor,
                effectiveMicros,
                target);
    }

    @Override
    QuotaEvents self() {
        return this;
    }
}
