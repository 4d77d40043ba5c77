package io.enablement.domain.cohort;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent;
import java.util.List;

/** A version of one piece of content that was published for a programme. */
public record Publication(
        String programmeId,
        String source,
        String eventId,
        String contentId,
        String contentVersion,
        Moment at) {

    static List<Publication> of(ProgrammeEvent event) {
        return event.contentIds().stream()
                .distinct()
                .map(
                        contentId ->
                                new Publication(
                                        event.programmeId(),
                                        event.envelope().source(),
                                        event.envelope().id(),
                                        contentId,
                                        event.contentVersion(),
                                        event.occurred()))
                .toList();
    }

    /** What tells it from all other publications of the programme. */
    public List<String> identity() {
        return List.of(source, eventId, contentId);
    }
}
