package io.enablement.domain.event;

import static io.enablement.domain.event.Problems.when;

import java.util.List;
import java.util.Optional;

/** Something that happened to the definition of a programme. */
public record ProgrammeEvent(
        Envelope envelope,
        Kind kind,
        String programmeId,
        Integer version,
        String name,
        String programmeType,
        String owner,
        List<String> audienceRoles,
        List<String> audienceRegions,
        Long launchMicros,
        Long paybackEndMicros,
        Long costMinor,
        String currency,
        String primaryMetric,
        Long baselineFromMicros,
        Long baselineToMicros,
        String assignment,
        List<String> courseIds,
        List<String> contentIds,
        String contentVersion,
        Double halfLifeDays)
        implements Event {

    /** What can happen to a programme. */
    public enum Kind {
        DEFINED,
        CONTENT_PUBLISHED,
        RETIRED
    }

    @Override
    public Family family() {
        return Family.PROGRAMME;
    }

    @Override
    public String aggregate() {
        return programmeId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                Problems.empty("programme_id", programmeId),
                Problems.amount("cost_minor", costMinor, currency),
                Problems.time("launch_at", launchMicros),
                Problems.time("payback_end_at", paybackEndMicros),
                ends("payback_end_at", launchMicros, paybackEndMicros),
                Problems.time("baseline_from", baselineFromMicros),
                Problems.time("baseline_to", baselineToMicros),
                ends("baseline_to", baselineFromMicros, baselineToMicros),
                when(halfLifeDays != null && !(halfLifeDays > 0), "half_life_days is not positive"),
                problemOfKind());
    }

    private Optional<String> problemOfKind() {
        return switch (kind) {
            case DEFINED -> when(version == null || version < 1, "DEFINED needs a version from 1");
            case CONTENT_PUBLISHED ->
                    when(contentIds.isEmpty(), "CONTENT_PUBLISHED needs content_ids");
            case RETIRED -> Optional.empty();
        };
    }

    private static Optional<String> ends(String field, Long from, Long to) {
        return when(from != null && to != null && to <= from, field + " is not after its start");
    }
}
