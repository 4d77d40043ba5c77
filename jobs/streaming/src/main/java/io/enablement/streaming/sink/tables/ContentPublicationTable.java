package io.enablement.streaming.sink.tables;

import io.enablement.domain.cohort.Publication;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;

/** Table {@code content_publication}: the versions of content as they were published. */
public final class ContentPublicationTable extends StateTable<Publication> {

    private static final long serialVersionUID = 1;

    private final BusinessCalendar calendar;

    public ContentPublicationTable(BusinessCalendar calendar) {
        super(
                Table.replacing(
                        "content_publication",
                        "programme_id",
                        "source",
                        "event_id",
                        "content_id",
                        "content_version",
                        "published_at"));
        this.calendar = calendar;
    }

    @Override
    void writeKey(RowBytes row, Publication publication) {
        row.string(publication.programmeId())
                .string(publication.source())
                .string(publication.eventId())
                .string(publication.contentId());
    }

    @Override
    void writeRest(RowBytes row, Publication publication) {
        row.string(publication.contentVersion());
        Times.write(row, calendar.startOf(publication.at()));
    }
}
