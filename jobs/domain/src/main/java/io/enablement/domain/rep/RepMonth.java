package io.enablement.domain.rep;

import java.util.List;

/** The numbers of a rep in one month under one label and deal type. */
public record RepMonth(String repId, MonthKey month, Tally tally) {

    /** What tells it from all other months. */
    public List<Object> key() {
        return List.of(repId, month);
    }
}
