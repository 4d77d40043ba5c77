package io.enablement.dashboard.view;

/** A part of a page, drawn by the template of its kind. */
public sealed interface Section
        permits Tiles, Table, Chart, Note, Facts, Timeline, Formula, Pending {

    String kind();

    /** Whether it takes the whole width. */
    default boolean wide() {
        return true;
    }
}
