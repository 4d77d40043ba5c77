package io.enablement.domain.attribution;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import io.enablement.domain.event.TrainingEvent;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One moment at which enablement met a rep or a deal. What is known only to the day happened when
 * the day began; what happened at an unknown time is no touch.
 *
 * @param repId empty for content that only a buyer used
 * @param dealId the deal it was about; empty where it names none
 */
public record Touch(
        TouchType type,
        String family,
        String kind,
        String source,
        String id,
        long occurredMicros,
        String repId,
        String dealId,
        String programmeId,
        String courseId,
        String contentId,
        String contentVersion) {

    /** In place of a touch where there is none. */
    public static final Touch NONE =
            new Touch(TouchType.UNATTRIBUTED, "", "", "", "", 0, "", "", "", "", "", "");

    /** The order of a journey: time, then identity. */
    public static final Comparator<Touch> ORDER =
            Comparator.comparingLong(Touch::occurredMicros)
                    .thenComparing(Touch::id)
                    .thenComparing(Touch::source)
                    .thenComparing(Touch::family)
                    .thenComparing(Touch::repId)
                    .thenComparing(Touch::dealId);

    /** Empty for a void and for a use of unknown time. */
    public static Optional<Touch> of(ContentEvent use, BusinessCalendar calendar) {
        if (use.isVoid() || !use.occurred().isKnown()) {
            return Optional.empty();
        }
        return Optional.of(
                new Touch(
                        TouchType.CONTENT,
                        use.family().label(),
                        use.kind().name().toLowerCase(Locale.ROOT),
                        use.envelope().source(),
                        use.envelope().id(),
                        micros(use, calendar),
                        use.repId(),
                        use.dealId(),
                        use.programmeId(),
                        "",
                        use.contentId(),
                        use.contentVersion()));
    }

    static Touch of(TouchType type, TrainingEvent event, BusinessCalendar calendar) {
        return new Touch(
                type,
                event.family().label(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.envelope().source(),
                event.envelope().id(),
                micros(event, calendar),
                event.repId(),
                event.dealId(),
                event.programmeId(),
                event.courseId(),
                "",
                "");
    }

    public boolean namesADeal() {
        return !dealId.isEmpty();
    }

    /** Through what it is linked to deals: the deal that it names, or else its rep. */
    public LinkKey linkKey() {
        return namesADeal() ? LinkKey.ofDeal(dealId) : LinkKey.ofRep(repId);
    }

    /** In few bytes; whoever keeps it knows its link. */
    public void pack(PackedWriter writer) {
        writer.number(type.ordinal()) // types are only ever added at the end
                .text(family)
                .text(kind)
                .text(source)
                .text(id)
                .number(occurredMicros)
                .text(namesADeal() ? repId : "")
                .text(programmeId)
                .text(courseId)
                .text(contentId)
                .text(contentVersion);
    }

    public static Touch unpack(LinkKey link, PackedReader reader) {
        TouchType type = TouchType.values()[reader.integer()];
        String family = reader.text();
        String kind = reader.text();
        String source = reader.text();
        String id = reader.text();
        long occurredMicros = reader.number();
        String repId = reader.text();
        return new Touch(
                type,
                family,
                kind,
                source,
                id,
                occurredMicros,
                link.isDeal() ? repId : link.id(),
                link.isDeal() ? link.id() : "",
                reader.text(),
                reader.text(),
                reader.text(),
                reader.text());
    }

    private static long micros(Event event, BusinessCalendar calendar) {
        return calendar.startOf(event.occurred()).micros();
    }
}
