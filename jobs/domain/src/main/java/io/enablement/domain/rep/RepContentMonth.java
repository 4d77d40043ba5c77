package io.enablement.domain.rep;

import java.util.List;

/** How often a rep used a piece of content in one month. */
public record RepContentMonth(String repId, ContentMonth month, ContentTally tally) {

    /** What tells it from all other months. */
    public List<Object> key() {
        return List.of(repId, month);
    }
}
