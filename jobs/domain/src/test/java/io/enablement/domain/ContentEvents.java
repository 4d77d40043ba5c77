package io.enablement.domain;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.ContentEvent.Kind;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Target;

/** One use of the content {@code c-1} by the rep {@code ann}. */
public final class ContentEvents extends EventBuilder<ContentEvents> {

    private final Kind kind;
    private String repId = "ann";
    private String dealId = "";
    private String contentId = "c-1";
    private String contentVersion = "";
    private String programmeId = "";
    private Long durationSeconds;
    private Integer pagesSeen;
    private Integer pagesTotal;
    private Target target = new Target("", "");

    private ContentEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static ContentEvents happened(Kind kind, Moment at) {
        return new ContentEvents(kind, at);
    }

    public ContentEvents repId(String id) {
        repId = id;
        return this;
    }

    public ContentEvents dealId(String id) {
        dealId = id;
        return this;
    }

    public ContentEvents contentId(String id) {
        contentId = id;
        return this;
    }

    public ContentEvents version(String name) {
        contentVersion = name;
        return this;
    }

    public ContentEvents programme(String id) {
        programmeId = id;
        return this;
    }

    public ContentEvents durationSeconds(long seconds) {
        durationSeconds = seconds;
        return this;
    }

    public ContentEvents pages(int seen, int total) {
        pagesSeen = seen;
        pagesTotal = total;
        return this;
    }

    public ContentEvents target(String source, String id) {
        target = new Target(source, id);
        return this;
    }

    public ContentEvent event() {
        return new ContentEvent(
                envelope(),
                kind,
                repId,
                dealId,
                "",
                contentId,
                contentVersion,
                programmeId,
                durationSeconds,
                pagesSeen,
                pagesTotal,
                target);
    }

    @Override
    ContentEvents self() {
        return this;
    }
}
