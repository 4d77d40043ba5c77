package io.enablement.dashboard.page;

import io.enablement.dashboard.view.Pending;
import io.enablement.dashboard.view.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sections of a page as they are drawn: those whose answers are there in time, and places for
 * those that come later. So a page stands at once, however long ClickHouse takes for a part of it.
 */
final class Sections {

    private final Visit visit;
    private final List<Section> all = new ArrayList<>();

    Sections(Visit visit) {
        this.visit = visit;
    }

    void add(Supplier<? extends Section> section) {
        addAll(() -> List.of(section.get()));
    }

    /** Sections that need the same answers; there may be none. */
    void addAll(Supplier<List<Section>> sections) {
        all.addAll(visit.inTime(sections).orElseGet(() -> List.of(new Pending())));
    }

    List<Section> all() {
        return List.copyOf(all);
    }
}
