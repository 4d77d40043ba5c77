package io.enablement.domain.event;

import java.util.Optional;

/**
 * Something that happened to the employment of a rep. An empty role, team, region or manager keeps
 * the former one.
 */
public record RepEvent(
        Envelope envelope,
        Kind kind,
        String repId,
        String role,
        String team,
        String region,
        String manager,
        Long effectiveFromMicros,
        Target target)
        implements Voidable {

    /** What can happen to an employment. */
    public enum Kind {
        HIRED,
        CHANGED,
        RETURNED,
        ON_LEAVE,
        LEFT,
        VOIDED
    }

    @Override
    public Family family() {
        return Family.REP;
    }

    @Override
    public String aggregate() {
        return repId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public boolean isVoid() {
        return kind == Kind.VOIDED;
    }

    /**
     * From when it holds: its own date where it has one, as well known as the time of happening,
     * else that time.
     */
    public Moment effective() {
        if (effectiveFromMicros == null) {
            return occurred();
        }
        TimeQuality quality = occurred().isKnown() ? envelope.quality() : TimeQuality.OCCURRED;
        return new Moment(effectiveFromMicros, quality);
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                Problems.empty("rep_id", repId),
                Problems.time("effective_from", effectiveFromMicros),
                isVoid() ? target.problem() : Optional.empty());
    }
}
