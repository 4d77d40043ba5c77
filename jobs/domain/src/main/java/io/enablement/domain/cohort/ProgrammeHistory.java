package io.enablement.domain.cohort;

import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All events of one programme, in order and each once. */
public record ProgrammeHistory(List<ProgrammeEvent> events) {

    public static final ProgrammeHistory NONE = new ProgrammeHistory(List.of());

    public Insertion<ProgrammeEvent> with(
            ProgrammeEvent event, Function<ProgrammeEvent, byte[]> bytes) {
        return Insertion.of(events, event, bytes);
    }

    /** Every version of the definition that was ever given, oldest first. */
    public List<Programme> definitions() {
        List<String> published =
                of(Kind.CONTENT_PUBLISHED)
                        .flatMap(event -> event.contentIds().stream())
                        .distinct()
                        .toList();
        Moment retired =
                of(Kind.RETIRED).findFirst().map(ProgrammeHistory::retired).orElse(Moment.UNKNOWN);
        return of(Kind.DEFINED)
                .map(event -> new Programme(event, content(event, published), retired))
                .toList();
    }

    /** Every piece of content that was ever published for it, in the order of publication. */
    public List<Publication> publications() {
        return of(Kind.CONTENT_PUBLISHED).flatMap(event -> Publication.of(event).stream()).toList();
    }

    /** When it was recorded, where nobody knows when it happened. */
    private static Moment retired(ProgrammeEvent event) {
        return event.occurred().isKnown()
                ? event.occurred()
                : Moment.of(event.envelope().recordedAtMicros());
    }

    private Stream<ProgrammeEvent> of(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    private static List<String> content(ProgrammeEvent definition, List<String> published) {
        return Stream.concat(definition.contentIds().stream(), published.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
